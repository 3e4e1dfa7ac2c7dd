/** Rule: what rests on a consent is not left without it by an edit: no channel is taken away, and it ends no earlier. */
type Data = Record<string, unknown>

const isList = (value: unknown): value is unknown[] => Array.isArray(value)
/** No end is the latest there is. */
const endOf = (value: unknown): number => (typeof value === 'string' && value !== '' ? Date.parse(value) : Infinity)

/** The field by which a consent would cover less than before; null where it covers as much or more. */
export function narrows(data: Data, before: Data): 'kenh' | 'han' | null {
  if (isList(before.kenh) && data.kenh !== undefined && before.kenh.some((one) => !isList(data.kenh) || !data.kenh.includes(one))) return 'kenh'
  return data.han !== undefined && endOf(data.han) < endOf(before.han) ? 'han' : null
}
