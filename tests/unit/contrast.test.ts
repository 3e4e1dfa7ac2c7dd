/** A school's own colours can be read, on the light grounds and on the dark ones. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contrast, DARK_GROUND, DARK_TINT, isReadable, PAPER, parseColour, readableOn, TINT } from '../../src/policy/gate/contrast.ts'

const anyColour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`)

describe('the contrast of two colours', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#000000', 21],
    ['#777777', '#ffffff', 4.478],
    ['#ff0000', '#ffffff', 3.998],
    ['#00ff00', '#ffffff', 1.372],
    ['#0000ff', '#ffffff', 8.592],
    ['#0a0a0a', '#000000', 1.061],
    ['#abcdef', '#abcdef', 1],
  ])('of %s and %s is that of WCAG, %d', (a, b, ratio) => expect(contrast(a, b)).toBeCloseTo(ratio, 3))
  it.each(['', 'đỏ', '#fff', '#gggggg', 'x#000000', '#000000x', '#0000000'])('%j is no colour, and has none', (text) => {
    expect(parseColour(text)).toBeNull()
    expect(contrast(text, '#ffffff')).toBe(1)
    expect(contrast('#ffffff', text)).toBe(1)
  })
  it('a colour is written in either case', () => expect(parseColour('#7A1f57')).toEqual([0x7a, 0x1f, 0x57]))
})

describe('the grounds', () => {
  it('the paper is lighter than the warm band, and the dark ground darker than the dark band', () => {
    expect(contrast(PAPER, '#000000')).toBeGreaterThan(contrast(TINT, '#000000'))
    expect(contrast(DARK_GROUND, '#ffffff')).toBeGreaterThan(contrast(DARK_TINT, '#ffffff'))
    for (const ground of [PAPER, TINT]) expect(contrast(ground, '#000000')).toBeGreaterThan(15)
    for (const ground of [DARK_GROUND, DARK_TINT]) expect(contrast(ground, '#ffffff')).toBeGreaterThan(14)
  })
  it('what is readable is so on both light ones, at 4.5 to 1', () => {
    expect(isReadable('#7a1f57')).toBe(true)
    for (const faint of ['#ffff00', '#ffffff', '#707070', 'đỏ']) expect(isReadable(faint)).toBe(false)
    // Dark enough for the paper, not for the band.
    expect([contrast('#707070', PAPER) > 4.5, contrast('#707070', TINT) > 4.5]).toEqual([true, false])
    fc.assert(
      fc.property(anyColour, (colour) => {
        expect(isReadable(colour)).toBe(contrast(colour, TINT) >= 4.5 && contrast(colour, PAPER) >= 4.5)
      }),
    )
  })
})

describe('too faint a colour', () => {
  /** `step` twenty-fifths of the way to black or white, written independently. */
  const towards = (colour: string, end: number, step: number): string =>
    `#${parseColour(colour)!
      .map((v) => Math.round((v * (25 - step) + end * step) / 25))
      .map((v) => v.toString(16).padStart(2, '0'))
      .join('')}`
  it.each([
    [TINT, 4.5, 0],
    [DARK_TINT, 7, 255],
    ['#777777', 4.5, 0],
    ['#444444', 4.5, 255],
  ])('on %s becomes the first shade that reaches %d', (ground, enough, end) => {
    fc.assert(
      fc.property(anyColour, (colour) => {
        const shade = readableOn(colour, ground, enough)
        const step = Array.from({ length: 25 }, (_none, i) => i).find((i) => contrast(towards(colour, end, i), ground) >= enough) ?? 25
        // A rounding of half a shade is nobody's business.
        const near = parseColour(towards(colour, end, step))!
        parseColour(shade)!.forEach((v, i) => expect(Math.abs(v - near[i]!)).toBeLessThanOrEqual(1))
        expect(contrast(shade, ground)).toBeGreaterThanOrEqual(Math.min(enough, contrast(end === 0 ? '#000000' : '#ffffff', ground)))
      }),
    )
  })
  it('that just reaches it stays as it is', () => {
    expect(readableOn('#808080', '#ffffff', contrast('#808080', '#ffffff'))).toBe('#808080')
    fc.assert(
      fc.property(anyColour, (colour) => {
        expect(!isReadable(colour) || readableOn(colour, TINT) === colour).toBe(true)
      }),
    )
  })
  it('of which no shade would do becomes black or white', () => {
    expect(readableOn('#123456', '#777777', 21)).toBe('#000000')
    expect(readableOn('#123456', '#444444', 21)).toBe('#ffffff')
  })
  it('what is no colour is left alone', () => expect(readableOn('đỏ', TINT)).toBe('đỏ'))
})
