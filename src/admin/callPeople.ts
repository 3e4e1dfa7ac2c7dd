/** Calls one door for people (src/endpoints/people.ts); a lost connection is an answer like any other. */
import type { Refused } from '../messages/sentence.ts'

/** Heard by the form that asks for a signature (ProofField.tsx). */
export const TO_SIGN = 'ct:to-sign'

export type Called<T> = { ok: T; errors?: never } | { ok?: never; errors: Refused[] }

export async function callPeople<T>(path: string, body: object | null, offline: string): Promise<Called<T>> {
  try {
    const sent = body === null ? {} : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }
    const response = await fetch(`/api/${path}`, { credentials: 'include', ...sent })
    const answer = (await response.json()) as T & { errors?: Refused[] }
    if (answer.errors?.some(({ code }) => code === 'CHANGE_SIGNATURE')) window.dispatchEvent(new Event(TO_SIGN))
    return response.ok ? { ok: answer } : { errors: answer.errors ?? [{ code: 'INTERNAL', message: response.statusText }] }
  } catch {
    return { errors: [{ code: 'OFFLINE', message: offline }] }
  }
}

type Named = { id: number; hoTen?: string; ten?: string; chucVu?: string }
type Page = { docs: Named[]; nextPage?: number | null }
/** Names to choose from. */
export async function listNamed(slug: string, offline: string): Promise<{ id: number; label: string }[]> {
  const docs: Named[] = []
  // A list ends after a hundred, a school's units and people do not.
  for (let page: number | null = 1; page !== null;) {
    const { ok }: Called<Page> = await callPeople<Page>(`${slug}?depth=0&limit=100&page=${page}`, null, offline)
    docs.push(...(ok?.docs ?? []))
    page = ok?.nextPage ?? null
  }
  return docs.map(({ id, hoTen, ten, chucVu }) => ({ id, label: [hoTen ?? ten ?? '', chucVu].filter(Boolean).join(', ') }))
}
