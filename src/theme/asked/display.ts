/**
 * How a reader wants pages shown: size of the text, and colours. Kept in one cookie of the site's own, chosen by plain
 * links, so that it works without JavaScript. Only the choices listed here exist, so a cache knows every variant.
 */
export const SIZES = ['lon', 'rat-lon'] as const
export const COLOURS = ['sang', 'toi', 'tuong-phan'] as const
export const COOKIE = 'hien-thi'

export type Display = { size: (typeof SIZES)[number] | null; colours: (typeof COLOURS)[number] | null }

const VALUE = /(?:^|;\s*)hien-thi=([a-z-]{0,20})\.([a-z-]{0,20})(?:;|$)/

/** What the request's `Cookie` header says; anything unknown is the default. */
export function displayOf(cookies: string | undefined): Display {
  const [, size, colours] = (cookies && VALUE.exec(cookies)) || []
  return { size: SIZES.find((s) => s === size) ?? null, colours: COLOURS.find((c) => c === colours) ?? null }
}

export const cookieOf = ({ size, colours }: Display): string => `${size ?? ''}.${colours ?? ''}`

/** Classes of `<html>`; empty for the default. Also the key of the variant. */
export const classesOf = ({ size, colours }: Display): string => [size && `co-${size}`, colours && `mau-${colours}`].filter(Boolean).join(' ')
