/** What is read of answers in tests of everything for machines. */
import { formatterFactory, HtmlValidate } from 'html-validate'
import ICAL from 'ical.js'
import { Readable } from 'node:stream'
import { openBrowser } from './browser.ts'
import { XMLToSitemapIndexStream, XMLToSitemapItemStream, type SitemapItem } from 'sitemap'

export type Part = { url: string; lastmod?: string }
async function all<T>(stream: AsyncIterable<unknown>): Promise<T[]> {
  const found: T[] = []
  for await (const item of stream) found.push(item as T)
  return found
}
export const sitemapItems = (text: string): Promise<SitemapItem[]> => all(Readable.from([text]).pipe(new XMLToSitemapItemStream()))
export const indexParts = (text: string): Promise<Part[]> => all(Readable.from([text]).pipe(new XMLToSitemapIndexStream()))

export const calendarEvents = (text: string): InstanceType<typeof ICAL.Event>[] =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((c) => new ICAL.Event(c))

export const dataOf = (text: string): { '@type': string; [k: string]: unknown }[] =>
  [...text.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map((m) => JSON.parse(m[1]!) as { '@type': string })
export const metaProperty = (text: string, name: string): string | undefined => new RegExp(`<meta property="${name}" content="([^"]*)"`).exec(text)?.[1]

/** Each exception with its reason; everything else of the recommended preset holds. */
const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // The template ends void elements as XHTML does and breaks lines where its formatter does; browsers read both the same.
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    // HTML does not tell capitals in it; the formatter of this project writes it so.
    'doctype-style': 'off',
  },
})
/** What html-validate says against a page; nothing where it is valid. */
export const htmlFaults = async (text: string): Promise<string> => formatterFactory('text')((await validator.validateString(text)).results)

/** What a browser says on its console of pages with data in them: breaches of their policy, errors. */
export async function saidInBrowser(addresses: readonly string[]): Promise<string[]> {
  const browser = await openBrowser()
  try {
    const page = await browser.newPage()
    const said: string[] = []
    page.on('console', (m) => said.push(m.text()))
    page.on('pageerror', (e) => said.push(e.message))
    for (const address of addresses) {
      await page.goto(address, { waitUntil: 'load' })
      if ((await page.locator('script[type="application/ld+json"]').count()) === 0) said.push(`${address}: no data`)
    }
    return said
  } finally {
    await browser.close()
  }
}
