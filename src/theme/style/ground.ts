/**
 * Placeholders: 64 colours as classes, four shades a channel. The frozen average colour of a picture is drawn as the
 * nearest of them: no inline style, no script, no further request, some 200 packed bytes in the style of each page.
 */
const SHADES = ['2', '6', 'a', 'e'] as const

const CHANNELS = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/

/** Class of the colour nearest to `#rrggbb`; null where no colour was frozen. */
export function groundOf(colour: string | undefined): string | null {
  const found = colour === undefined ? null : CHANNELS.exec(colour)
  if (!found) return null
  // Shades stand at 34, 102, 170 and 238: the middles of four equal parts, near enough.
  return `nen-${found
    .slice(1)
    .map((c) => SHADES[Math.min(3, Math.floor(parseInt(c, 16) / 64))])
    .join('')}`
}

/** Softened towards the page, so that a wait looks quiet and not like a signal. */
export const groundCss =
  '[class^=nen-]{background:var(--ke-nhe);background:color-mix(in srgb,var(--nen) 35%,var(--ke-nhe))}' +
  SHADES.flatMap((r) => SHADES.flatMap((g) => SHADES.map((b) => `.nen-${r}${g}${b}{--nen:#${r}${g}${b}}`))).join('')
