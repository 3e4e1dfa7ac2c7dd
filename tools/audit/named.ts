/** Which rows of the record a log row made, in the order they stand before it in the file. */
import type { Kind, LogRow } from './rows.ts'

export type Named = { kind: Kind; id: number }
/** Rows from before the log named its verdicts: the verdict is the document's next one of this kind not yet written. */
export type Unnamed = { boSuuTap: string; taiLieu: number; quyetDinh: string }

const QUYET_DINH: Record<string, string> = { duyet: 'duyet', 'tra-lai': 'traLai', 'tu-choi': 'tuChoi', 'thu-hoi': 'thuHoi' }

function detailOf(row: LogRow): Record<string, unknown> {
  try {
    const detail: unknown = JSON.parse(row.chiTiet)
    return detail !== null && typeof detail === 'object' ? (detail as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

const isId = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 2 ** 31

export function namedBy(row: LogRow): { named: Named[]; unnamed: Unnamed | null } {
  const detail = detailOf(row)
  const wanted: [Kind, unknown][] = [
    ['ban-trinh', row.hanhDong === 'trinh' ? detail.banTrinh : null],
    ['phieu-duyet', detail.phieu],
    ['ban-dang', row.hanhDong === 'dang' || row.hanhDong === 'dang-khan' ? detail.banDang : null],
    ['uy-quyen', row.hanhDong === 'uy-quyen' ? row.taiLieu : null],
    ['quy-che-ban', detail.quyCheBan],
  ]
  const named = wanted.flatMap(([kind, id]) => (isId(id) ? [{ kind, id }] : []))
  const cancels = row.hanhDong === 'go' && detail.dongY === undefined && (detail.tu === 'daDuyet' || detail.tu === 'henGio')
  const quyetDinh = cancels ? 'thuHoi' : QUYET_DINH[row.hanhDong]
  const isOld = quyetDinh !== undefined && detail.phieu === undefined && row.boSuuTap !== null && row.taiLieu !== null
  return { named, unnamed: isOld ? { boSuuTap: row.boSuuTap!, taiLieu: row.taiLieu!, quyetDinh } : null }
}
