/** Rule: a link leads where its printed target says. Only these schemes, no credentials, no look-alike hosts. */
const SCHEMES = ['https:', 'http:', 'mailto:', 'tel:']

/** The target as it will be printed and followed (host in ASCII), or null where it may not be published. */
export function safeLink(raw: unknown): string | null {
  if (typeof raw !== 'string' || raw.length > 2000 || /[\s\u0000-\u001f\\]/.test(raw.trim())) return null
  let url: URL
  try {
    url = new URL(raw.trim())
  } catch {
    return null
  }
  if (!SCHEMES.includes(url.protocol) || url.username !== '' || url.password !== '') return null
  return url.href
}
