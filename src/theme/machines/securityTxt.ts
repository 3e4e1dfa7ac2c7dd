/** RFC 9116: where to tell the school of a weakness. Without an address there is nothing to say. */
const MONTH_AHEAD = 6

/** The same answer for a quarter of a year, and always between three months and half a year ahead. */
export function expiryAfter(now: Date): string {
  const quarter = Math.floor(now.getUTCMonth() / 3) * 3
  return new Date(Date.UTC(now.getUTCFullYear(), quarter + MONTH_AHEAD, 1)).toISOString()
}

export const securityTxt = (siteUrl: string, email: string, now: Date): string =>
  [`Contact: mailto:${email}`, `Expires: ${expiryAfter(now)}`, 'Preferred-Languages: vi, en', `Canonical: ${siteUrl}/.well-known/security.txt`, ''].join('\n')
