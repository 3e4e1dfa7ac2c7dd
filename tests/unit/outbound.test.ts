/** Where pages may lead: hosts of the school's list and what stands below them, nowhere else. */
import { describe, expect, it } from 'vitest'
import { caiDat, tinBai, trang } from '../../src/policy/gate/gates/index.ts'
import { hostOf, isAllowedHost } from '../../src/policy/text/links.ts'
import { outboundIssues } from '../../src/policy/text/outbound.ts'
import { richText } from '../../src/theme/draw/richText.ts'

const LIST = ['gov.vn', 'youtube.com', 'truong.example']

describe('a host', () => {
  it.each(['gov.vn', 'moet.gov.vn', 'MOET.gov.VN', 'a.b.gov.vn', 'moet.gov.vn.', 'www.youtube.com', 'truong.example'])(
    '%s is on the list or below it',
    (host) => expect(isAllowedHost(host, LIST)).toBe(true),
  )
  it.each(['xgov.vn', 'gov.vn.evil.example', 'evil.example', 'youtube.com.vn', 'vn', '', '127.0.0.1', '[::1]', 'gov-vn', 'xn--gv-bja.vn'])(
    '%s is not',
    (host) => expect(isAllowedHost(host, LIST)).toBe(false),
  )
  it('is allowed by no empty list, nor by an entry that names nothing', () => {
    expect(isAllowedHost('moet.gov.vn', [])).toBe(false)
    expect(isAllowedHost('moet.gov.vn', ['', 'vn', '.', '*', 'https://', 'gov vn', '*.'])).toBe(false)
  })
  it('is the same in Vietnamese letters and in ASCII', () => expect(isAllowedHost(new URL('https://điệnbiên.vn/').hostname, ['điệnbiên.vn'])).toBe(true))
})

describe('an entry of the list', () => {
  it.each([
    ['moet.gov.vn', 'moet.gov.vn'],
    [' https://moet.gov.vn/van-ban?so=29 ', 'moet.gov.vn'],
    ['*.edu.vn', 'edu.vn'],
    ['.edu.vn', 'edu.vn'],
    ['Zalo.me', 'zalo.me'],
    ['localhost', null],
    ['moet.gov.vn:8080', null],
    ['a@b.vn', null],
    ['', null],
  ])('%s names %s', (entry, host) => expect(hostOf(entry)).toBe(host))
})

const link = (href: string): object => ({ type: 'link', href, children: [{ type: 'text', text: 'đây' }] })

describe('frozen content', () => {
  it('is refused for every host that is not on the list, once a field, and for nothing else', () => {
    const nested = [{ type: 'list', tag: 'ul', children: [{ type: 'listitem', children: [link('https://evil.example/a'), link('https://evil.example/b')] }] }]
    const content = {
      tieuDe: 'https://evil.example',
      noiDung: [...nested, link('http://moet.gov.vn/x'), link('/bai/a'), link('mailto:a@evil.example'), link('tel:1')],
    }
    const refused = [{ code: 'LINK_HOST_NOT_ALLOWED', field: 'noiDung', detail: { host: 'evil.example' } }]
    expect(outboundIssues(tinBai.fields, content as never, LIST)).toEqual(refused)
    expect(outboundIssues(trang.fields, content as never, LIST)).toEqual(refused)
  })
  it('of the settings names the row', () => {
    const menu = [
      { nhan: 'Trong', duongDan: '/van-ban' },
      { nhan: 'Ngoài', duongDan: 'https://evil.example/' },
    ]
    expect(outboundIssues(caiDat.fields, { menu }, LIST)).toEqual([
      { code: 'LINK_HOST_NOT_ALLOWED', field: 'menu.1.duongDan', detail: { host: 'evil.example' } },
    ])
  })
})

it('readers are told which links leave the site, and machines not to follow them for us', () => {
  const drawn = (href: string): string => richText([link(href)] as never, { url: () => '', showTargets: false }).text.replace(/\s+/g, ' ')
  expect(drawn('https://moet.gov.vn/')).toContain('rel="noopener nofollow external"')
  expect(drawn('https://moet.gov.vn/')).toContain('<span class="an"> (trang khác)</span>')
  for (const inside of ['/bai/a', 'mailto:a@b.vn', 'tel:1']) expect(drawn(inside)).not.toMatch(/rel=|trang khác/)
})
