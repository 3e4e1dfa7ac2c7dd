/** Calls one action; every outcome, a lost connection included, comes back as a value. */
import type { Khac } from './saving/saves.ts'
import type { Refused } from '../messages/sentence.ts'

export type Outcome = { ok: true; trangThai: string; banTrinh: { id: number } | null } | { ok: false; errors: Refused[]; khac?: Khac }

export async function callAction(slug: string, id: number | string, action: string, body: object, offline: string): Promise<Outcome> {
  try {
    const response = await fetch(`/api/${slug}/${id}/${action}`, {
      method: 'POST',
      credentials: 'include',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    const answer = (await response.json()) as { errors?: Refused[]; trangThai?: string; khac?: Khac; banTrinh?: { id: number } | null }
    if (response.ok) return { ok: true, trangThai: answer.trangThai ?? '', banTrinh: answer.banTrinh ?? null }
    return { ok: false, errors: answer.errors ?? [{ code: 'INTERNAL', message: response.statusText }], ...(answer.khac ? { khac: answer.khac } : {}) }
  } catch {
    return { ok: false, errors: [{ code: 'OFFLINE', message: offline }] }
  }
}

/** Stores the first words of something new. */
export async function create(slug: string, data: object, offline: string): Promise<{ ok: true; id: number } | { ok: false; errors: Refused[] }> {
  try {
    const response = await fetch(`/api/${slug}?depth=0`, {
      method: 'POST',
      credentials: 'include',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(data),
    })
    const answer = (await response.json()) as { errors?: Refused[]; doc?: { id: number } }
    if (response.ok && answer.doc) return { ok: true, id: answer.doc.id }
    return { ok: false, errors: answer.errors ?? [{ code: 'INTERNAL', message: offline }] }
  } catch {
    return { ok: false, errors: [{ code: 'OFFLINE', message: offline }] }
  }
}
