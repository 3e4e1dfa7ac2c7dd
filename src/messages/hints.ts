/** Sentences of field checks in the panel. */
export const faint = (suggestion: string): string => `Màu này quá nhạt để đọc trên nền trang. Hãy thử màu gần nhất đọc được: ${suggestion}.`
