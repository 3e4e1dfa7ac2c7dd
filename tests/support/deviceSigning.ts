/** People at the desk with phones of their own: what the page's script and the phone do between them. */
import { createLocalReq } from 'payload'
import { expect } from 'vitest'
import { xacNhanKhoa } from '../../src/actions/khoaNguoi.ts'
import { type PersonKey } from '../../src/demo/people.ts'
import { challengeOf } from '../../src/policy/keys/assertion.ts'
import { registrationText } from '../../src/policy/keys/texts.ts'
import type { Phone } from './authenticator.ts'
import type { Answer, Client } from './client.ts'
import { type DeskClient, fieldsOf, type DeskAnswer, desksAt } from './deskClient.ts'
import { personId } from './gate.ts'
import type { School } from './school.ts'
import { CHECKED, codes } from './stories.ts'

export const ACCOUNT = '/lam-viec/tai-khoan'
export const ANSWERS = Object.fromEntries(Object.entries(CHECKED).map(([ma, value]) => [`kiemTra.${ma}`, value]))
export const asked = (page: DeskAnswer): { challenge: string; rpId: string; keys: { ma: string }[] } => JSON.parse(/data-ky="([^"]+)"/.exec(page.text)![1]!.replaceAll('&quot;', '"')) // prettier-ignore
/** What the page's script does once the phone has answered. */
export const touched = (page: DeskAnswer, own: Phone): Record<string, string> => ({
  chuKy: JSON.stringify(own.signs('', { challenge: asked(page).challenge })),
})
/** The `nth` form of the page, signed. */
const formWith = (page: DeskAnswer, marker: string): number => {
  for (let nth = 0; ; nth += 1) if (fieldsOf(page.text, nth).fields.some(([name, value]) => `${name}=${value}` === marker || name === marker)) return nth
}

export type Devices = {
  at: (who: PersonKey) => Promise<DeskClient>
  register: (who: PersonKey, own: Phone) => Promise<DeskAnswer>
  atConsole: (ma: string) => ReturnType<typeof xacNhanKhoa>
  vouch: (by: PersonKey, own: Phone, ma: string) => Promise<DeskAnswer>
}

export function devicesIn(school: School): Devices {
  const at = desksAt(school)
  async function register(who: PersonKey, own: Phone): Promise<DeskAnswer> {
    const desk = await at(who)
    const second = await desk.post(ACCOUNT, { viec: 'khoa-moi', spki: own.spki, credId: own.credId })
    const luc = fieldsOf(second.text).fields.find(([name]) => name === 'luc')![1]
    const text = registrationText({ nguoi: await personId(school, who), ma: own.ma, spki: own.spki, rpId: own.rpId, luc })
    expect(asked(second).challenge).toBe(challengeOf(text))
    return desk.fill(second, { chuKy: JSON.stringify(own.signs(text)) })
  }
  const atConsole = async (ma: string) => xacNhanKhoa(await createLocalReq({ context: { console: true } }, school.payload), ma)
  async function vouch(by: PersonKey, own: Phone, ma: string): Promise<DeskAnswer> {
    const desk = await at(by)
    const page = await desk.open(ACCOUNT)
    const nth = formWith(page, `ma=${ma}`)
    const form = page.text.split('<form').find((part) => part.includes(`value="${ma}"`) && part.includes('bao-lanh'))!
    return desk.fill(page, touched({ ...page, text: form }, own), nth)
  }
  return { at, register, atConsole, vouch }
}

/** The secret of a code being set up, as the page shows it to an application. */
export const secretOf = (page: string): Buffer => {
  const bits = [...(/secret=([A-Z2-7]+)/.exec(page)?.[1] ?? '')].map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0')).join('')
  return Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)))
}

/** A change of authority over the interface by somebody who has a phone: refused, signed, made. */
export async function signedChange(person: Client, own: Phone, change: () => Promise<Answer>): Promise<Answer> {
  const first = await change()
  expect(codes(first)).toEqual(['CHANGE_SIGNATURE'])
  const { ky } = (await person.get('/api/nguoi-dung/xac-nhan')).body
  const given = await person.post('/api/nguoi-dung/xac-nhan', { ve: ky.ve, chuKy: own.signs('', { challenge: ky.challenge as string }) })
  expect(given.status).toBe(200)
  return change()
}
