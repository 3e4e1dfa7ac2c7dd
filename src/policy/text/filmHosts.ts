/** Where schools keep films too long for their site, by host: a link there that stands alone is shown as a film that opens elsewhere. */
const HOSTS: readonly (readonly [string, string])[] = [
  ['youtube.com', 'YouTube'],
  ['youtu.be', 'YouTube'],
  ['vimeo.com', 'Vimeo'],
  ['fb.watch', 'Facebook'],
  ['facebook.com', 'Facebook'],
  ['tiktok.com', 'TikTok'],
]

/** What the place is called; null where films are not what one finds there. A page of Facebook is one only where its address says so. */
export function filmPlaceOf(href: string): string | null {
  if (!/^https?:\/\//.test(href)) return null
  const { hostname, pathname } = new URL(href)
  const found = HOSTS.find(([host]) => hostname === host || hostname.endsWith(`.${host}`))
  if (!found || (found[0] === 'facebook.com' && !/\/(?:watch|videos|reel)(?:\/|$)/.test(pathname))) return null
  return found[1]
}
