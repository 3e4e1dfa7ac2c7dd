/**
 * Rule: a word is Vietnamese where it is an onset, a rime and a tone that go together. Made from the parts of the syllable,
 * not from a list of words; names of all peoples and foreign words are simply not known, never wrong.
 */
const RIMES = new Set(
  [
    'a ai ao au ay am an ang anh ac ach ap at ăm ăn ăng ăc ăp ăt âu ây âm ân âng âc âp ât',
    'e eo em en eng ec ep et ê êu êm ên ênh êch êp êt i ia iu im in inh ich ip it iêu iêm iên iêng iêc iêp iêt',
    'y yêu yêm yên yêng yêt uy uya uyên uyêt uynh uych uyt uyu uyn o oi om on ong oc op ot oong ooc',
    'oa oai oay oao oam oan oang oanh oac oach oap oat oăm oăn oăng oăc oăt oe oeo oen oet',
    'ô ôi ôm ôn ông ôc ôp ôt ơ ơi ơm ơn ơp ơt u ua ui um un ung uc up ut uân uâng uât uây uê uênh uêch uêt',
    'uôi uôm uôn uông uôc uôt uơ ư ưa ưi ưu ưm ưn ưng ưc ưt ươi ươu ươm ươn ương ươc ươp ươt',
  ]
    .join(' ')
    .split(' '),
)
const AFTER_QU = new Set(
  'a ai ao au ay an ang anh ac ach at ăm ăn ăng ăc ăp ăt ân âng ât âu ây e eo en et ê ên ênh êch êt i it inh in y ynh yt yên yêt ych ơ ôc yu'.split(' '),
)
const AFTER_GI = new Set(
  'êng êt êc êm ên a ai ao au ay am an ang anh ac ach ap at ăng ăc ăm ăn ăt âu ây âm ân ât âp eo em en ep o oi on ong oc ơ ơi u un ua ui uc up uôc ư ưa ương ươc ưng ô ôi ông'.split(
    ' ',
  ),
)
const ONSETS = ['ngh', 'ch', 'gh', 'kh', 'ng', 'nh', 'ph', 'th', 'tr', 'b', 'c', 'd', 'đ', 'g', 'h', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'x', '']
const BEFORE_FRONT = ['k', 'gh', 'ngh']
const NEVER_BEFORE_FRONT = ['c', 'g', 'ng']
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g

function split(word: string): [onset: string, rime: string] {
  if (word.startsWith('qu') && word.length > 2) return ['qu', word.slice(2)]
  if (word.startsWith('gi') && word.length > 2 && AFTER_GI.has(word.slice(2))) return ['gi', word.slice(2)]
  const onset = ONSETS.find((o) => word.startsWith(o))!
  return [onset, word.slice(onset.length)]
}

const goTogether = (onset: string, rime: string): boolean => {
  if (onset === 'qu') return AFTER_QU.has(rime)
  if (onset === 'gi') return true
  if (!RIMES.has(rime)) return false
  const front = /^[eêiy]/.test(rime)
  if (onset === 'g') return !front || rime === 'i' || rime === 'in'
  return front ? !NEVER_BEFORE_FRONT.includes(onset) : !BEFORE_FRONT.includes(onset) || (onset === 'k' && rime.startsWith('uy'))
}

/** Whether one word, whatever its capitals, is a syllable of Vietnamese. */
export function isSyllable(word: string): boolean {
  if (word.length > 12) return false
  const apart = word.toLowerCase().normalize('NFD')
  const tones = apart.match(TONES) ?? []
  if (tones.length > 1) return false
  const [onset, rime] = split(apart.replace(TONES, '').normalize('NFC'))
  // What ends in a stop is said in two tones only.
  if (/(?:ch|[cpt])$/.test(rime) && tones[0] !== '\u0301' && tones[0] !== '\u0323') return false
  return goTogether(onset, rime)
}
