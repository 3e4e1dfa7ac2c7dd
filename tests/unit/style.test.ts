import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { contrast } from '../../src/policy/gate/contrast.ts'
import { layout } from '../../src/theme/pages/layout.ts'
import { styleFor } from '../../src/theme/style/index.ts'

const whole = (colour: string): string => (colour.length === 4 ? colour.replace(/[0-9a-f]/g, '$&$&') : colour)

it('the policy names the style as a browser reads it, whatever a school’s own holds', () => {
  const theme = { css: 'p{color:red}\r\nh1{color:blue}\r.x::after{content:"</style><b>"}\0' }
  const page = layout({ settings: null, siteUrl: 'http://a', theme }, { title: 'T', path: '/t', main: '' })
  // As the HTML standard reads it: one kind of line end, no NUL, ended by the first end tag.
  const [, text = ''] = /<style>([^]*?)<\/style/i.exec(page.replace(/\r\n?/g, '\n').replaceAll('\0', '\uFFFD'))!
  expect(text).toContain('h1{color:blue}')
  expect(text).toContain('<b>"}')
  expect(`'sha256-${createHash('sha256').update(text).digest('base64')}'`).toBe(styleFor(null, theme).source)
})

it('the band of emergencies can be read by day, by night and with the strongest contrast', () => {
  const grounds = [...styleFor(null).css.matchAll(/--nguy-nen:(#[0-9a-f]+);--tren-nguy:(#[0-9a-f]+)/g)].map(([, ground, ink]) => [ground!, ink!].map(whole))
  expect(grounds.length).toBeGreaterThanOrEqual(5)
  for (const [ground, ink] of grounds) expect(contrast(ground!, ink!)).toBeGreaterThanOrEqual(7)
})
