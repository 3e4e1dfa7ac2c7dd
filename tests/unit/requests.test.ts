import { describe, expect, it } from 'vitest'
import { foreignWrite, wrongType, type Carried, type Writing } from '../../src/policy/people/requests.ts'

const writing = (more: Partial<Writing>): Writing => ({
  method: 'POST',
  site: null,
  origin: null,
  hosts: ['truong.example:3000', 'truong.example'],
  token: false,
  session: true,
  ...more,
})
const carried = (more: Partial<Carried>): Carried => ({ type: 'application/json', hasBody: true, asks: false, takesFile: false, ...more })

describe('where a write comes from', () => {
  it.each<[string, Partial<Writing>, boolean]>([
    ['a page of this site', { site: 'same-origin' }, true],
    ['the person himself', { site: 'none' }, true],
    ['a sibling', { site: 'same-site' }, false],
    ['another site', { site: 'cross-site' }, false],
    ['a word nobody knows', { site: 'own' }, false],
    ['another site that shows a token', { site: 'cross-site', token: true }, false],
    ['this host', { origin: 'http://truong.example:3000' }, true],
    ['the site’s own name', { origin: 'https://truong.example' }, true],
    ['another port', { origin: 'http://truong.example:3001' }, false],
    ['a name below', { origin: 'https://lop.truong.example' }, false],
    ['a name that begins alike', { origin: 'https://truong.example.evil' }, false],
    ['a sandbox', { origin: 'null' }, false],
    ['no address at all', { origin: 'truong' }, false],
    ['silence with a session', {}, false],
    ['silence with a session and a token', { token: true }, true],
    ['silence without a session', { session: false }, true],
    ['a read', { method: 'GET', site: 'cross-site' }, true],
  ])('%s', (_name, more, may) => expect(foreignWrite(writing(more))?.code ?? null).toBe(may ? null : 'CROSS_SITE'))
})

describe('what a write carries', () => {
  it.each<[string, Partial<Carried>, Partial<Writing>, boolean]>([
    ['JSON', {}, {}, true],
    ['JSON with its charset', { type: 'Application/JSON; charset=utf-8' }, {}, true],
    ['nothing', { type: null, hasBody: false }, {}, true],
    ['bytes of no type', { type: null }, {}, false],
    ['text', { type: 'text/plain' }, { site: 'same-origin' }, false],
    ['text that says JSON behind', { type: 'text/plain; application/json' }, {}, false],
    ['a form where a file is taken', { type: 'multipart/form-data; boundary=x', takesFile: true }, {}, true],
    ['a form of our page', { type: 'multipart/form-data; boundary=x' }, { site: 'same-origin' }, true],
    ['a form of nobody', { type: 'multipart/form-data; boundary=x' }, {}, false],
    ['another kind of form', { type: 'multipart/x', takesFile: true }, { site: 'same-origin' }, false],
    ['a question in a body', { type: 'application/x-www-form-urlencoded', asks: true }, {}, true],
    ['an address’s form', { type: 'application/x-www-form-urlencoded' }, { site: 'same-origin' }, false],
  ])('%s', (_name, what, more, may) => expect(wrongType(writing(more), carried(what))?.code ?? null).toBe(may ? null : 'JSON_ONLY'))
})
