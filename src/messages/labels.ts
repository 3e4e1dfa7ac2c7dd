/** A label in both languages of the panel; Vietnamese is what a school sees first. */
export const nhan = (vi: string, en: string): { vi: string; en: string } => ({ vi, en })
export type Nhan = ReturnType<typeof nhan>
