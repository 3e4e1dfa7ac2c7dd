/** Rule: a confirmation is of the words that were read. Marks of the form, pictures and the way lines are broken are no words. */
const wordsOf = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\[ảnh \d+\]/giu, ' ').replace(/[^\p{L}\p{N}]+/gu, ' ').trim() // prettier-ignore

/** `confirmed`: null where nobody said anything. */
export const changedSince = (confirmed: string | null, now: string): boolean => confirmed !== null && wordsOf(confirmed) !== wordsOf(now)
