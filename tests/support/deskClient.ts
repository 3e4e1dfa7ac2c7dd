/** Somebody at the desk whose browser runs no script: opens pages, fills in their forms, sends them. */
import { parseDocument } from 'htmlparser2'
import { emailOf, type PersonKey } from '../../src/demo/people.ts'
import type { Place } from './school.ts'
import { PASSWORD } from './site.ts'

export type DeskAnswer = { status: number; text: string; headers: Headers; location: string | null }
type Node = { name?: string; attribs?: Record<string, string>; children?: Node[]; data?: string }

const textOf = (node: Node): string => node.data ?? (node.children ?? []).map(textOf).join('')
function* every(node: Node): Generator<Node> {
  yield node
  for (const child of node.children ?? []) yield* every(child)
}

/** The fields of the form of a page, as a browser would send them untouched; `nth`: which of its forms, sign-out aside. */
export function fieldsOf(html: string, nth = 0): { action: string; fields: [string, string][] } {
  const forms = [...every(parseDocument(html) as unknown as Node)].filter((n) => n.name === 'form' && !n.attribs?.action?.endsWith('dang-xuat'))
  const form = forms[nth]
  if (!form) throw new Error(`fieldsOf: expected form ${nth}, found ${forms.length} forms`)
  const fields = [...every(form)].flatMap((n): [string, string][] => {
    const { name = '', type = '', value = '' } = n.attribs ?? {}
    if (name === '' || type === 'submit' || type === 'file') return []
    if (n.name === 'input') return ['checkbox', 'radio'].includes(type) && n.attribs?.checked === undefined ? [] : [[name, value]]
    if (n.name === 'textarea') return [[name, textOf(n).replace(/^\n/, '')]]
    if (n.name !== 'select') return []
    const chosen = [...every(n)].filter((o) => o.name === 'option')
    return [[name, (chosen.find((o) => o.attribs?.selected !== undefined) ?? chosen[0])?.attribs?.value ?? '']]
  })
  return { action: form.attribs?.action ?? '', fields }
}

export class DeskClient {
  readonly cookies = new Map<string, string>()
  readonly url: string
  constructor(url: string) {
    this.url = url
  }

  /** The answer as it came, for what is no page. */
  async raw(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers)
    headers.set('cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    if (init.method === 'POST' && !headers.has('origin') && !headers.has('sec-fetch-site')) headers.set('sec-fetch-site', 'same-origin')
    const answer = await fetch(this.url + path, { redirect: 'manual', ...init, headers })
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(cookie)) this.cookies.delete(name!)
      else this.cookies.set(name!, value!)
    }
    return answer
  }

  async send(path: string, init: RequestInit = {}): Promise<DeskAnswer> {
    const answer = await this.raw(path, init)
    return { status: answer.status, text: await answer.text(), headers: answer.headers, location: answer.headers.get('location') }
  }

  open = (path: string): Promise<DeskAnswer> => this.send(path)

  /** Posts fields, each once or several times; follows a redirect as a browser does. */
  async post(path: string, fields: Record<string, string | readonly string[]>, headers: Record<string, string> = {}): Promise<DeskAnswer> {
    const body = new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => [value].flat().map((v): [string, string] => [name, v])))
    const answer = await this.send(path, { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers } })
    return answer.status === 303 && answer.location ? { ...(await this.open(answer.location)), location: answer.location } : answer
  }

  /** Fills in a form of a page and sends it. */
  async fill(page: DeskAnswer, changes: Record<string, string | readonly string[]> = {}, nth = 0): Promise<DeskAnswer> {
    const { action, fields } = fieldsOf(page.text, nth)
    const all = new Map<string, readonly string[]>()
    for (const [name, value] of fields) all.set(name, [...(all.get(name) ?? []), value])
    for (const [name, value] of Object.entries(changes)) all.set(name, [value].flat())
    return this.post(action, Object.fromEntries(all))
  }

  /** Posts fields and a file, as a browser sends a form that has one. */
  async sendFile(path: string, fields: Record<string, string>, file: { field: string; name: string; type: string; bytes: Uint8Array }): Promise<DeskAnswer> {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.set(name, value)
    body.set(file.field, new Blob([new Uint8Array(file.bytes)], { type: file.type }), file.name)
    const answer = await this.send(path, { method: 'POST', body })
    return answer.status === 303 && answer.location ? { ...(await this.open(answer.location)), location: answer.location } : answer
  }

  async signIn(email: string, password: string): Promise<DeskAnswer> {
    return this.fill(await this.open('/lam-viec/dang-nhap'), { email, password })
  }
}

/** People of the demo school at the desk, each signed in once. */
export function desksAt(school: Pick<Place, 'url'>): (who: PersonKey) => Promise<DeskClient> {
  const known = new Map<PersonKey, DeskClient>()
  return async (who) => {
    const found = known.get(who)
    if (found) return found
    const desk = new DeskClient(school.url)
    const { location } = await desk.signIn(emailOf(who), PASSWORD)
    if (location !== '/lam-viec') throw new Error(`desksAt: expected ${who} to be signed in, was sent to ${location}`)
    known.set(who, desk)
    return desk
  }
}
