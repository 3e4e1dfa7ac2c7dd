/**
 * Rule: a submission freezes whom it is credited to. Whoever moves to another unit later, or whose unit is closed or becomes
 * another kind, changes nothing of it.
 */

/** `donVi`: the unit the text names; `loai`: its kind at that time; `nguoi`: accounts of author and co-authors, in order; `lop`: the class whose it is. */
export type GhiNhan = { donVi: number | null; loai: string | null; nguoi: number[]; lop: number | null }

/** Kinds of unit that are a class. */
const CLASSES: readonly string[] = ['chiDoan', 'lop']

type Told = { donVi: number | null; loai: string | null; tacGia: number | null; dongTacGia: readonly number[]; lopGui: number | null }

/** `lopGui`: the class that sent it without an account. */
export function creditFor({ donVi, loai, tacGia, dongTacGia, lopGui }: Told): GhiNhan {
  const nguoi = [...new Set([...(tacGia === null ? [] : [tacGia]), ...dongTacGia])].sort((one, other) => one - other)
  return { donVi, loai, nguoi, lop: lopGui ?? (donVi !== null && loai !== null && CLASSES.includes(loai) ? donVi : null) }
}
