/** Classes that send something without an account, as a browser without a script does. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { drawnAt } from '../../src/intake/formTime.ts'
import { isWorked } from '../../src/policy/intake/work.ts'
import { schoolYearOf } from '../../src/policy/time/schoolYear.ts'
import { DeskClient, type DeskAnswer } from './deskClient.ts'
import type { School } from './school.ts'

const TOLD = {
  ai: 'Bạn Vàng A Sử, lớp 12A1',
  viec: 'Sáng thứ hai bạn Sử nhặt được chiếc ví ở cổng chợ, bên trong có hai triệu đồng.\n\nBạn mang ngay tới công an xã để trả người mất.',
  ngay: '2026-11-02',
  nguoiXacNhan: 'Cô Hoa',
  nguoiGui: 'Lớp trưởng',
  dongY: 'roi',
}
/** As a browser with a script does it where a code is busy. */
export function workFor(mark: string): string {
  let n = 0
  while (!isWorked(mark, String(n))) n += 1
  return String(n)
}

type Picture = { name: string; bytes: Uint8Array; type?: string }

/** The words a refused form carries for the pictures that came. */
export const words = (page: string): string[] => [...page.matchAll(/name="giu" value="([^"]+)"/g)].map(([, word]) => word!)
export const receiptOf = (answer: DeskAnswer): string =>
  /^\/gui-bai\/bien-nhan\/([0-9A-Z]{10})\?moi=1$/.exec(answer.location ?? '')?.[1] ?? `none: ${answer.status} ${answer.text.slice(0, 3000)}`

let shade = 0
const photo = (): Promise<Buffer> => {
  shade += 1
  return sharp({ create: { width: 800, height: 600, channels: 3, background: { r: 200, g: shade % 256, b: 90 } } })
    .jpeg()
    .toBuffer()
}

export function sendersAt(school: School) {
  const visitor = (): DeskClient => new DeskClient(school.url)
  /** When a form was drawn, as the form carries it. */
  const luc = (place: string, agoMs = 10_000): string => drawnAt(school.payload.secret, place, Date.now() - agoMs)
  const send = async (ma: string, more: Record<string, string | string[]> = {}, pictures: readonly Picture[] = []): Promise<DeskAnswer> => {
    const body = new FormData()
    const fields = { luc: luc(ma), ...TOLD, ...more }
    for (const [name, value] of Object.entries({ cong: workFor(fields.luc), ...fields })) for (const one of [value].flat()) body.append(name, one)
    for (const { name, bytes, type } of pictures) body.append('anh', new Blob([new Uint8Array(bytes)], { type: type ?? 'image/jpeg' }), name)
    return visitor().send(`/gui-bai/${ma}`, { method: 'POST', body })
  }
  /** Files that wait for their form. */
  const staged = (): string[] => (existsSync(join(school.dataDir, 'cho-gui')) ? readdirSync(join(school.dataDir, 'cho-gui')) : [])
  return { namHoc: schoolYearOf(Date.now()), visitor, luc, photo, send, staged }
}
