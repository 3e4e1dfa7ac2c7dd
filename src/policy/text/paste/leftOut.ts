/** What a paste leaves out, and what of it is said. */
export type LeftOut = {
  /** Pictures of other pages, of the writer's computer, or packed into the text. */
  anh: number
  /** Remarks and what a tracked change took out. */
  nhanXet: number
  xoa: number
  /** Words nobody could see. */
  an: number
  /** Links that lead nowhere for a reader. */
  lienKet: number
  /** Films, frames and forms. */
  khung: number
  /** Tables larger than the gate takes: their first words and sizes. */
  bang: { chu: string; hang: number; cot: number }[]
  /** Tables inside tables, read as words of their cell. */
  bangLong: number
}

export const nothingLeftOut = (): LeftOut => ({ anh: 0, nhanXet: 0, xoa: 0, an: 0, lienKet: 0, khung: 0, bang: [], bangLong: 0 })
