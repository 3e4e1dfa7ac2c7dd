/** Rule: a school's own colours must be readable (WCAG 2.2 AA, 4.5 : 1) on the paper and on the dark ground. */
export const PAPER = '#fbfaf7'
export const DARK_GROUND = '#151816'
/** The warm band: the darkest light ground and the lightest dark one that words stand on. */
export const TINT = '#f6e3ee'
export const DARK_TINT = '#33212c'
const ENOUGH = 4.5

type Rgb = [number, number, number]

export function parseColour(text: string): Rgb | null {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text)
  return match ? [parseInt(match[1]!, 16), parseInt(match[2]!, 16), parseInt(match[3]!, 16)] : null
}

function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((v) => {
    const s = v / 255
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4
  }) as Rgb
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** Contrast ratio from 1 to 21; 1 where either is not a colour. */
export function contrast(a: string, b: string): number {
  const [x, y] = [parseColour(a), parseColour(b)]
  if (!x || !y) return 1
  const [light, dark] = [luminance(x), luminance(y)].sort((p, q) => q - p) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** The nearest shade of `colour` readable on `ground`, mixed towards black or white in steps of 4 %. */
export function readableOn(colour: string, ground: string, enough = ENOUGH): string {
  const rgb = parseColour(colour)
  if (!rgb) return colour
  const end = contrast('#ffffff', ground) > contrast('#000000', ground) ? 255 : 0
  for (let t = 0; t <= 1; t += 0.04) {
    const mixed = `#${rgb
      .map((v) =>
        Math.round(v + (end - v) * t)
          .toString(16)
          .padStart(2, '0'),
      )
      .join('')}`
    if (contrast(mixed, ground) >= enough) return mixed
  }
  return end === 255 ? '#ffffff' : '#000000'
}

/** What can be read on the darkest of the light grounds can be read on all of them. */
export const isReadable = (colour: string): boolean => contrast(colour, TINT) >= ENOUGH
