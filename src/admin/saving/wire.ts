/**
 * The panel's saves, in the one place they all pass: `fetch`. Every save of an open form says what it was based on, goes after
 * the one before it, and leaves in `Saves` how it ended; a lost line comes back as an answer in words (ADR 13).
 */
import type { PanelWords } from '../../messages/panel.ts'
import type { Refused } from '../../messages/sentence.ts'
import { forgetKept } from './kept.ts'
import { changedFields } from './same.ts'
import type { Khac, Saves, Trouble, Values } from './saves.ts'

type Fetch = typeof fetch
type Answer = { doc?: Values; result?: Values; errors?: Refused[]; khac?: Khac }

/** `tin-bai/12` of a save's address; null: no save. */
export function savedKey(address: string, method: string): string | null {
  const { pathname } = new URL(address, window.location.origin)
  const [, slug, id] = /^\/api\/([a-z0-9-]+)\/(\d+)$/.exec(pathname) ?? []
  return slug && method.toUpperCase() === 'PATCH' ? `${slug}/${id}` : null
}

/** The body of a form, or of a program of ours, with the number in it; and the values it carries. */
function numbered(body: unknown, phienBan: number): { body: BodyInit; values: Values } | null {
  const text = body instanceof FormData ? body.get('_payload') : body
  if (typeof text !== 'string') return null
  const values = { ...(JSON.parse(text) as Values), phienBan }
  if (!(body instanceof FormData)) return { body: JSON.stringify(values), values }
  const form = new FormData()
  for (const [name, value] of body.entries()) form.append(name, name === '_payload' ? JSON.stringify(values) : value)
  return { body: form, values }
}

function troubleOf(status: number, answer: Answer, mine: Values): Trouble {
  const errors = answer.errors ?? []
  const reason = errors.map((e) => e.message).join(' ')
  if (answer.khac) return { kind: 'stale', reason, khac: answer.khac, mine }
  if (status === 401) return { kind: 'session', reason }
  if (status >= 500 || status === 429) return { kind: 'away', reason }
  return { kind: 'refused', reason, errors }
}

/** What the form is told of an autosave: its fields' own faults. The rest stands on the screen, and needs no notice that passes by. */
function quiet(response: Response, answer: Answer, address: string): Response {
  if (!address.includes('autosave=true')) return response
  const errors = (answer.errors ?? []).map(({ message: _told, ...rest }) => rest)
  return Response.json({ errors }, { status: response.status })
}

export function keepSaves(through: Fetch, saves: Saves, words: () => PanelWords): Fetch {
  async function send(key: string, address: string, init: RequestInit): Promise<Response> {
    const { phienBan, unanswered } = saves.get(key)
    const sent = numbered(init.body, phienBan)
    if (!sent) return through(address, init)
    saves.set(key, { saving: true })
    let response: Response
    try {
      response = await through(address, { ...init, body: sent.body })
    } catch {
      const reason = words().offline
      saves.set(key, { saving: false, trouble: { kind: 'away', reason }, unanswered: sent.values })
      const errors = [{ code: 'OFFLINE', message: reason }]
      return quiet(Response.json({ errors }, { status: 503 }), { errors }, address)
    }
    const answer = (await response
      .clone()
      .json()
      .catch(() => ({}))) as Answer
    if (response.ok) {
      const doc = answer.doc ?? {}
      saves.set(key, { saving: false, trouble: null, unanswered: null, phienBan: Number(doc.phienBan ?? 0), based: doc })
      return response
    }
    // It was our own save that came through, and its answer that did not.
    if (answer.khac && unanswered && changedFields(unanswered, answer.khac.noiDung).length === 0) {
      saves.set(key, { phienBan: answer.khac.phienBan, based: answer.khac.noiDung, unanswered: null })
      return send(key, address, init)
    }
    saves.set(key, { saving: false, trouble: troubleOf(response.status, answer, sent.values), unanswered: response.status >= 500 ? sent.values : null })
    return quiet(response, answer, address)
  }

  return async (input, init = {}) => {
    const address = input instanceof Request ? input.url : String(input)
    const method = init.method ?? (input instanceof Request ? input.method : 'GET')
    if (method.toUpperCase() === 'POST' && /^\/api\/nguoi-dung\/logout$/.test(new URL(address, window.location.origin).pathname)) forgetKept()
    const key = savedKey(address, method)
    if (key === null || !saves.knows(key)) return through(input, init)
    return saves.inTurn(key, () => send(key, address, init))
  }
}
