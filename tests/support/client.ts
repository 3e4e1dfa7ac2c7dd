/** A person at the HTTP interface. Every answer keeps its status, so that a test says what it expects of both. */
import { emailOf, type PersonKey } from '../../src/demo/people.ts'

const PASSWORD = 'mat-khau-thu-nghiem'

// oxlint-disable-next-line typescript/no-explicit-any -- answers are read as a user of the interface would: whatever is there
export type Answer = { status: number; body: any; text: string; headers: Headers }
export type Client = {
  token: string | null
  get: (path: string) => Promise<Answer>
  post: (path: string, body?: unknown) => Promise<Answer>
  patch: (path: string, body?: unknown) => Promise<Answer>
  del: (path: string) => Promise<Answer>
  raw: (path: string, init: RequestInit) => Promise<Answer>
  upload: (path: string, file: { name: string; type: string; bytes: Uint8Array }, data: object, method?: 'POST' | 'PATCH') => Promise<Answer>
  login: (who: PersonKey, password?: string) => Promise<Client>
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

export function client(url: string, token: string | null): Client {
  const raw = async (path: string, init: RequestInit): Promise<Answer> => {
    const headers = new Headers(init.headers)
    if (token) headers.set('Authorization', `JWT ${token}`)
    const response = await fetch(url + path, { redirect: 'manual', ...init, headers })
    const text = await response.text()
    return { status: response.status, body: parse(text), text, headers: response.headers }
  }
  const send = (method: string) => (path: string, body?: unknown) =>
    raw(path, { method, ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }) })
  return {
    token,
    raw,
    get: (path) => raw(path, {}),
    post: send('POST'),
    patch: send('PATCH'),
    del: send('DELETE'),
    upload: (path, file, data, method = 'POST') => {
      const form = new FormData()
      form.set('_payload', JSON.stringify(data))
      form.set('file', new Blob([new Uint8Array(file.bytes)], { type: file.type }), file.name)
      return raw(path, { method, body: form })
    },
    login: async (who, password = PASSWORD) => {
      const answer = await raw('/api/nguoi-dung/login', {
        method: 'POST',
        body: JSON.stringify({ email: emailOf(who), password }),
        headers: { 'Content-Type': 'application/json' },
      })
      if (answer.status !== 200) throw new Error(`login of ${who}: expected 200, received ${answer.status} ${answer.text}`)
      return client(url, (answer.body as { token: string }).token)
    },
  }
}

/** The form of the page an invitation leads to, as a browser sends it. */
export const acceptInvitation = (visitor: Pick<Client, 'raw'>, ma: string, matKhau: string, lai = matKhau): Promise<Answer> =>
  visitor.raw('/lam-viec/nhan-loi', {
    method: 'POST',
    body: new URLSearchParams({ ma, matKhau, lai }),
    headers: { 'Sec-Fetch-Site': 'same-origin' },
  })
