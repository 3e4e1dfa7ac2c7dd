/** A school whose every word is too long: each text field the gates allow holds one of sixty letters, and an address where it fits. */
import sharp from 'sharp'
import { plainPdf } from '../../src/demo/pdf.ts'
import { addressIn, GATES, type FieldRule, type Gate } from '../../src/policy/gate/gates/index.ts'
import { RESERVED_SLUGS } from '../../src/policy/gate/reservedSlugs.ts'
import { SITE_PAGES } from '../../src/policy/gate/sitePages.ts'
import { TU_LIEU_TEXTS } from '../../src/policy/gate/gates/tuLieu.ts'
import type { School } from './school.ts'
import { act, approve, submit } from './stories.ts'

export const WORD = 'Nghiêngngảkhúckhuỷulườmnguýtquặnquẹotrườngthượngđưởngvươngmm'
export const ADDRESS = `https://moet.gov.vn/${'tailieuvanban'.repeat(4).slice(0, 40)}`
const BOTH = `${WORD} ${ADDRESS}`

type Node = { type: string; [key: string]: unknown }
const words = (text: string, format = 0): Node => ({ type: 'text', version: 1, text, format, detail: 0, mode: 'normal', style: '' })
const block = (type: string, children: Node[], more: object = {}): Node => ({ type, version: 1, format: '', indent: 0, direction: 'ltr', children, ...more })

/** A text with one of each kind of block, all of them too long. `code`: monospaced letters are the widest. */
function longText(picture: number): object {
  const link = block('link', [words(ADDRESS)], { fields: { linkType: 'custom', url: ADDRESS } })
  const items = (inside: Node[]): Node[] => [block('listitem', [words(BOTH)], { value: 1 }), block('listitem', inside, { value: 2 })]
  const deep = block('list', items([words(WORD), link]), { listType: 'number', tag: 'ol', start: 1 })
  const heads = ['h2', 'h3', 'h4'].map((tag) => block('heading', [words(WORD)], { tag }))
  const kinds = [0, 1, 2, 8, 16, 32, 64].map((format) => words(`${WORD} `, format))
  return {
    root: block('root', [
      ...heads,
      block('paragraph', [...kinds, link]),
      block('quote', [words(BOTH)]),
      block('list', items([deep]), { listType: 'bullet', tag: 'ul', start: 1 }),
      { type: 'upload', version: 3, format: '', id: 'a', fields: null, relationTo: 'tu-lieu', value: picture },
    ]),
  }
}

type Made = { picture: number; paper: number; latest: Map<string, number> }

const longest = (max: number): string => (max >= BOTH.length ? BOTH : WORD.slice(0, max))

function valueOf(rule: FieldRule, made: Made): unknown {
  if (rule.kind === 'text') return longest(rule.max)
  if (rule.kind === 'oneOf') return rule.values[0]
  if (rule.kind === 'flag') return true
  if (rule.kind === 'number') return 1
  if (rule.kind === 'date') return rule.name === 'ketThuc' ? '2031-11-21T03:00:00.000Z' : '2031-11-20T03:00:00.000Z'
  // A unit whose last day has come takes no stories.
  if (rule.kind === 'day') return rule.name === 'hieuLucDen' ? '2199-12-31' : '2026-09-03'
  if (rule.kind === 'schoolYear') return '2026-2027'
  if (rule.kind === 'richText') return longText(made.picture)
  if (rule.kind === 'address') return rule.web ? ADDRESS : '/thong-bao'
  if (rule.kind === 'group') return filled(rule.fields, made)
  if (rule.kind === 'rows') return Array.from({ length: rule.max }, () => filled(rule.fields, made))
  if (rule.kind === 'live') {
    const id = made.latest.get(rule.to)
    return id === undefined ? undefined : rule.many ? [id] : id
  }
  if (rule.kind === 'media') return rule.only === 'tep' ? made.paper : rule.many && rule.only === undefined ? [made.picture, made.paper] : made.picture
  return undefined
}

const filled = (rules: readonly FieldRule[], made: Made): Record<string, unknown> =>
  Object.fromEntries(rules.map((rule) => [rule.name, valueOf(rule, made)]).filter(([, value]) => value !== undefined))

async function throughTheGate(school: School, slug: string, id: number): Promise<void> {
  const submitted = await submit(school, 'vanphong', id, slug)
  if (submitted.status !== 200) throw new Error(`longWords ${slug}: expected 200, received ${submitted.text}`)
  for (const who of ['doantn', 'hieutruong'] as const) {
    const answer = await approve(school, who, id, submitted.body.banTrinh.id as number, slug)
    if (answer.body.trangThai === 'daDang') return
  }
  throw new Error(`longWords ${slug}: expected daDang of ${id}`)
}

/** One document for each value of the first choice a gate has; what pages show may depend on it. */
function variants(gate: Gate): object[] {
  const choice = gate.fields.find((rule) => rule.kind === 'oneOf')
  return choice?.kind === 'oneOf' ? choice.values.map((value) => ({ [choice.name]: value })) : [{}]
}

async function upload(school: School, file: { name: string; type: string; bytes: Uint8Array }): Promise<number> {
  const texts = filled(TU_LIEU_TEXTS, { picture: 0, paper: 0, latest: new Map() })
  return (await (await school.as('vanphong')).upload('/api/tu-lieu', file, texts)).body.doc.id as number
}

/** Publishes it all, and puts one story out in an emergency. */
export async function publishLongWords(school: School): Promise<void> {
  const office = await school.as('vanphong')
  const bytes = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#357' } })
    .jpeg()
    .toBuffer()
  const picture = await upload(school, { name: `${'anh'.repeat(20)}.jpg`, type: 'image/jpeg', bytes })
  const paper = await upload(school, { name: `${'vanban'.repeat(10)}.pdf`, type: 'application/pdf', bytes: plainPdf('a', ['a']) })
  const made: Made = { picture, paper, latest: new Map() }
  for (const id of [picture, paper]) await throughTheGate(school, 'tu-lieu', id)
  const consent = (await office.post('/api/dong-y', { hoTen: WORD, namSinh: 1990, kenh: ['website'] })).body.doc.id as number
  const create = async (gate: Gate, more: object): Promise<number> => {
    const data = { ...filled(gate.fields, made), ...(gate.consents ? { [gate.consents.field]: [consent] } : {}), ...more }
    const answer = await office.post(`/api/${gate.slug}`, data)
    if (answer.status !== 201) throw new Error(`longWords ${gate.slug}: expected 201, received ${answer.text}`)
    return answer.body.doc.id as number
  }
  for (const gate of GATES.filter(({ slug, single }) => slug !== 'tu-lieu' && !single))
    for (const more of variants(gate)) {
      const id = await create(gate, more)
      await throughTheGate(school, gate.slug, id)
      made.latest.set(gate.slug, id)
    }
  const settings = GATES.find((gate) => gate.single)!
  const { id } = (await office.get(`/api/${settings.slug}?depth=0`)).body.docs[0] as { id: number }
  await office.patch(`/api/${settings.slug}/${id}`, filled(settings.fields, made))
  await throughTheGate(school, settings.slug, id)
  const stories = GATES.find((gate) => gate.slug === 'tin-bai')!
  const [gone, urgent] = [await create(stories, {}), await create(stories, { loai: 'thongBao' })]
  await throughTheGate(school, 'tin-bai', gone)
  await act(school, 'hieutruong', 'go', gone, { lyDo: WORD })
  await submit(school, 'vanphong', urgent)
  const out = await act(school, 'hieutruong', 'dang-khan', urgent, { lyDo: WORD })
  if (out.status !== 200) throw new Error(`longWords dang-khan: expected 200, received ${out.text}`)
}

const BELOW = ['2026-2027', '2026-11']

/** Every page of the site, the page of every edition live or gone, searches for the word, and what answers where nothing stands. */
export async function everyPage(school: School): Promise<string[]> {
  const own = SITE_PAGES.flatMap(({ path, below, shown }) => [
    ...(shown.length > 0 ? [path] : []),
    ...(below ? BELOW.filter((b) => below.test(b)).map((b) => `${path}/${b}`) : []),
  ])
  const { rows } = await school.sql.query(`select distinct bo_suu_tap, slug, tai_lieu::int as id from ban_dang where noi_dung like '%' || $1 || '%'`, [
    WORD.slice(0, 20),
  ])
  const editions = (rows as { bo_suu_tap: string; slug: string; id: number }[]).flatMap(({ bo_suu_tap, slug, id }) => {
    const at =
      bo_suu_tap === 'tu-lieu'
        ? `/tu-lieu/anh/${id}`
        : addressIn(
            GATES.find((gate) => gate.slug === bo_suu_tap)!,
            slug,
          )
    return at === null ? [] : [at]
  })
  const topic = editions.find((at) => at.startsWith('/chu-de/'))!.slice('/chu-de/'.length)
  const unit = editions.find((at) => at.startsWith('/don-vi/'))!.slice('/don-vi/'.length)
  const searches = ['/tim-kiem', '/van-ban'].flatMap((path) => [WORD, ADDRESS, `${WORD} a`].map((q) => `${path}?q=${encodeURIComponent(q)}`))
  const narrowed = [`/tim-kiem?q=${encodeURIComponent(WORD)}&chu-de=${topic}&don-vi=${unit}`, `/van-ban?chu-de=${topic}`, `/tu-lieu/2026-2027/${unit}`]
  return [...new Set([...own, ...editions, ...searches, ...narrowed, `/${WORD}`, `/${RESERVED_SLUGS.at(-1)}`])]
}
