/** Rule: a feed with one character that XML 1.0 does not allow is no feed at all, so such characters are left out. */
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

export const xmlSafe = (text: string): string => text.replace(NOT_XML, '')
