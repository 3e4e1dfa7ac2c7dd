/**
 * Rule: a file (hồ sơ) moves only along this table; whatever is not written here is refused.
 * `trangThai` speaks of the latest submission, not of what readers see.
 */
export const TRANG_THAI = ['nhap', 'choTiepNhan', 'choBienTap', 'choDuyet', 'daDuyet', 'henGio', 'daDang', 'traLai', 'tuChoi', 'daGo'] as const
export type TrangThai = (typeof TRANG_THAI)[number]

export const HANH_DONG = ['trinh', 'duyet', 'tra-lai', 'tu-choi', 'dang', 'hen-gio', 'dang-khan', 'go', 'thu-hoi'] as const
export type HanhDong = (typeof HANH_DONG)[number]

const IN_REVIEW = ['choTiepNhan', 'choBienTap', 'choDuyet'] as const
const APPROVED = ['daDuyet', 'henGio'] as const
/** A submission waits to be decided, or to go live. */
export const UNDECIDED: readonly TrangThai[] = [...IN_REVIEW, ...APPROVED]

/** From which states an action may start. `go` also ends a live edition while a newer submission is in review. */
export const STARTS: Record<HanhDong, readonly TrangThai[]> = {
  trinh: ['nhap', ...IN_REVIEW, ...APPROVED, 'daDang', 'traLai', 'tuChoi', 'daGo'],
  duyet: IN_REVIEW,
  'tra-lai': IN_REVIEW,
  'tu-choi': IN_REVIEW,
  dang: APPROVED,
  'hen-gio': APPROVED,
  'dang-khan': IN_REVIEW,
  go: ['daDang', ...APPROVED],
  'thu-hoi': IN_REVIEW,
}

export const isInReview = (state: TrangThai): boolean => (IN_REVIEW as readonly TrangThai[]).includes(state)

/** `hasLiveEdition`: readers see an edition now, whatever the state of the newest submission. */
export function mayStart(action: HanhDong, state: TrangThai, hasLiveEdition: boolean): boolean {
  if (action === 'go' && hasLiveEdition) return true
  return STARTS[action].includes(state)
}
