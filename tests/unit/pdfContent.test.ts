/** What makes a PDF more than paper, by its names. */
import { expect, it } from 'vitest'
import { activeIn, activeInText, graver } from '../../src/policy/gate/pdfContent.ts'

const dict = (more: Partial<Parameters<typeof activeIn>[0]>) => ({ keys: [], byItself: [], ...more })

it.each([
  [{ keys: ['JS'] }, 'JS'],
  [{ keys: ['Type', 'EmbeddedFiles'] }, 'EmbeddedFiles'],
  [{ keys: ['XFA'] }, 'XFA'],
  [{ s: 'Launch' }, 'Launch'],
  [{ subtype: 'RichMedia' }, 'RichMedia'],
  [{ keys: ['OpenAction'], byItself: ['URI'] }, 'OpenAction'],
  [{ keys: ['AA'], byItself: [null] }, 'AA'],
  [{ keys: ['OpenAction'], byItself: ['GoTo'] }, null],
  [{ keys: ['OpenAction'], byItself: [] }, null],
  [{ keys: ['S', 'URI'], s: 'URI' }, null],
  [{ keys: ['S'], s: 'Transparency', subtype: 'Link' }, null],
])('%j: %s', (found, what) => expect(activeIn(dict(found))).toBe(what))

it.each([
  ['<< /S /JavaScript >>', 'JavaScript'],
  ['<< /S /J#61vaScript >>', 'JavaScript'],
  ['<</S/#4c#61#75#6e#63#68>>', 'Launch'],
  ['/EmbeddedFile stream', 'EmbeddedFile'],
  ['/JavaScripts /Launching', null],
  ['words of JavaScript', null],
])('%j in bytes kept as they came: %s', (text, what) => expect(activeInText(text)).toBe(what))

it('of two things the one that says more is named', () => {
  expect([graver('OpenAction', 'JS'), graver('JS', 'OpenAction'), graver(null, 'AA'), graver('AA', null), graver(null, null)]).toEqual([
    'JS',
    'JS',
    'AA',
    'AA',
    null,
  ])
})
