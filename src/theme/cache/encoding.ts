/** Which of the kept forms a reader's browser takes. What cannot be understood gets the plain bytes, never an error. */
export type Encoding = 'br' | 'gzip' | 'identity'

const LONGEST = 500
const known = new Map<string, Encoding>()

function choose(accepted: string): Encoding {
  const weights = new Map<string, number>()
  for (const part of accepted.slice(0, LONGEST).toLowerCase().split(',', 20)) {
    const [name = '', ...parameters] = part.split(';').map((p) => p.trim())
    const weight = parameters.find((p) => p.startsWith('q='))
    weights.set(name, weight === undefined ? 1 : Number(weight.slice(2)) || 0)
  }
  const takes = (name: string): boolean => (weights.get(name) ?? weights.get('*') ?? 0) > 0
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : 'identity'
}

/** Browsers send a handful of values: each is understood once. */
export function encodingOf(accepted: string | string[] | undefined): Encoding {
  if (typeof accepted !== 'string') return 'identity'
  const found = known.get(accepted)
  if (found) return found
  const chosen = choose(accepted)
  if (accepted.length <= 100 && known.size < 500) known.set(accepted, chosen)
  return chosen
}
