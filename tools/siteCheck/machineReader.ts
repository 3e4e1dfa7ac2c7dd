/** Every address a feed, a calendar, a site map or a file for machines names, as a program that reads it would find it. PURE. */
import { Parser } from 'htmlparser2'
import { readPage } from './pageReader.ts'

const ELEMENTS = ['link', 'loc', 'image:loc', 'url', 'comments', 'uri']
const ATTRIBUTES = ['href', 'url', 'src']
const isAddress = (text: string): boolean => /^(?:https?:\/\/|\/)\S*$/.test(text)

const inHtml = (html: string): string[] => readPage(html).addresses.map(({ address }) => address)

/** Texts hold markup: whole stories stand in feeds. */
function inXml(xml: string): string[] {
  const found: string[] = []
  const texts: string[] = []
  const parser = new Parser(
    {
      onopentag: (_name, attributes) => {
        texts.push('')
        for (const name of ATTRIBUTES) if (attributes[name]) found.push(attributes[name])
      },
      ontext: (text) => void texts.push((texts.pop() ?? '') + text),
      onclosetag: (name) => {
        const text = (texts.pop() ?? '').trim()
        if (ELEMENTS.includes(name)) found.push(text)
        else if (text.includes('<')) found.push(...inHtml(text))
      },
    },
    { xmlMode: true },
  )
  parser.end(xml)
  return found.filter(isAddress)
}

const NAMES = /url$|^(?:href|image|icon|avatar)$/
function inJson(value: unknown, name = ''): string[] {
  if (typeof value === 'string') return name === 'content_html' ? inHtml(value) : NAMES.test(name) && isAddress(value) ? [value] : []
  if (Array.isArray(value)) return value.flatMap((one) => inJson(one, name))
  return value === null || typeof value !== 'object' ? [] : Object.entries(value).flatMap(([key, one]) => inJson(one, key))
}

/** Long lines are folded (RFC 5545, 3.1). */
const inCalendar = (text: string): string[] =>
  [...text.replace(/\r?\n[ \t]/g, '').matchAll(/^(?:URL|SOURCE)[^:\n]*:(.*)$/gm)].map(([, address]) => address!.trim()).filter(isAddress)

export function addressesIn(path: string, text: string): string[] {
  if (path.endsWith('.ics')) return inCalendar(text)
  if (path.endsWith('.xml')) return inXml(text)
  if (path.endsWith('/feed.json')) {
    try {
      return inJson(JSON.parse(text))
    } catch {
      return []
    }
  }
  return path === '/robots.txt' ? [...text.matchAll(/^Sitemap:\s*(\S+)/gim)].map(([, address]) => address!) : []
}
