/** Rule: a remark on a text is settled by whoever made it, or by somebody who had no hand in the text. */
export const maySettle = (hands: readonly number[], actor: number, madeBy: number | null): boolean => madeBy === actor || !hands.includes(actor)

/** As many stand open about one document; whoever has more to say returns it. */
export const MOST_OPEN = 100
