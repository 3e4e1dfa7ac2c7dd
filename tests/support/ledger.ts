/** A school whose record holds every kind of act, and its exported log in the hands of somebody who checks it. */
import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { execFile } from 'node:child_process'
import { createHash, createPrivateKey } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect } from 'vitest'
import { keyId, signText } from '../../src/record/keys/signature.ts'
import { signedRowText } from '../../src/record/nhatKy.ts'
import { Broken, verify } from '../../tools/audit/audit-verify.mjs'
import { main } from '../../tools/audit/main.ts'
import { runSchedule } from '../../src/jobs/schedule.ts'
import { canonicalText, type Json } from '../../src/policy/gate/fingerprint.ts'
import { AN_HOUR, at, atTheGate, lend, personId, regulation, urgentAtTheGate } from './gate.ts'
import type { School } from './school.ts'
import { act, approve, CHECKED, createStory, publishStory, submit } from './stories.ts'

// oxlint-disable-next-line typescript/no-explicit-any -- lines are altered field by field, whatever is there
export type Line = Record<string, any>
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

async function emergency(school: School): Promise<{ id: number; banTrinh: number }> {
  const story = await urgentAtTheGate(school)
  expect((await act(school, 'hieutruong', 'dang-khan', story.id, { lyDo: 'Bão số 9' })).status).toBe(200)
  return story
}

/** Every verb, every way out of review, every way an edition ends; all through the actions people use. */
export async function liveAYear(school: School): Promise<void> {
  const one = await publishStory(school)
  await (await school.as('giaovien')).patch(`/api/tin-bai/${one.id}`, { tomTat: 'Câu mới.' })
  const again = (await submit(school, 'giaovien', one.id)).body.banTrinh.id
  await approve(school, 'vanphong', one.id, again)
  await approve(school, 'phohieutruong', one.id, again)
  await act(school, 'phohieutruong', 'go', one.id, { lyDo: 'Sai tên người' })

  const two = await atTheGate(school)
  await act(school, 'phohieutruong', 'tra-lai', two.id, { banTrinh: two.banTrinh, lyDo: 'Thiếu nguồn' })
  await submit(school, 'giaovien', two.id)
  await act(school, 'giaovien', 'thu-hoi', two.id)
  const three = await atTheGate(school)
  await act(school, 'hieutruong', 'tu-choi', three.id, { banTrinh: three.banTrinh, lyDo: 'Không phù hợp' })

  await emergency(school).then((s) => approve(school, 'phohieutruong', s.id, s.banTrinh))
  await emergency(school).then((s) => act(school, 'phohieutruong', 'tra-lai', s.id, { banTrinh: s.banTrinh, lyDo: 'Sai giờ' }))
  await emergency(school).then((s) => act(school, 'phohieutruong', 'go', s.id, { lyDo: 'Hết bão' }))
  await emergency(school)

  const consent = (await (await school.as('giaovien')).post('/api/dong-y', { hoTen: 'Một học sinh', namSinh: 1990, kenh: ['website'] })).body.doc.id
  await regulation(school, { dangNgay: false })
  const [soon, stopped, cancelled, kept] = [
    await atTheGate(school),
    await atTheGate(school, { nhanVat: [consent] }),
    await atTheGate(school),
    await atTheGate(school),
  ]
  for (const s of [soon, stopped, cancelled, kept]) await approve(school, 'phohieutruong', s.id, s.banTrinh)
  await act(school, 'vanphong', 'dang', kept.id)
  for (const s of [soon, stopped]) expect((await act(school, 'vanphong', 'hen-gio', s.id, { luc: at(1500) })).status).toBe(200)
  await act(school, 'vanphong', 'hen-gio', cancelled.id, { luc: at(AN_HOUR) })
  await act(school, 'phohieutruong', 'go', cancelled.id, { lyDo: 'Hoãn lại' })
  await (await school.as('giaovien')).patch(`/api/dong-y/${consent}`, { thuHoiLuc: at(0) })
  await wait(1700)
  await runSchedule(school.payload)
  await regulation(school, { dangNgay: true })

  const lent = (await lend(school, 'doantn')).body.doc.id
  const byDelegate = await atTheGate(school)
  expect((await act(school, 'doantn', 'duyet', byDelegate.id, { banTrinh: byDelegate.banTrinh, kiemTra: CHECKED })).status).toBe(200)
  const principal = await school.as('hieutruong')
  await principal.patch(`/api/uy-quyen/${lent}`, { thuHoiLuc: at(0) })
  await lend(school, 'lop12a1', { phamVi: 'chu-de' })
  const office = await personId(school, 'vanphong')
  await principal.patch(`/api/nguoi-dung/${office}`, { vaiTro: ['congTacVien'] })
  await principal.patch(`/api/nguoi-dung/${office}`, { vaiTro: ['bienTapVien', 'vanThu'] })

  await regulation(school, { motLanhDao: true })
  const own = await createStory(school, 'hieutruong', { mucNhayCam: 'cao' })
  const banTrinh = (await submit(school, 'hieutruong', own)).body.banTrinh.id
  for (const who of ['vanphong', 'phohieutruong', 'hieutruong'] as const) await approve(school, who, own, banTrinh)
  await regulation(school, { motLanhDao: false })
  await submit(school, 'giaovien', await createStory(school))
}

let files = 0
export const fileOf = (school: School, name = 'so'): string => join(school.dataDir, `${name}-${(files += 1)}.jsonl`)

/** Runs the export as the console does; answers the file's lines and what was said. */
export async function exported(school: School, ...more: string[]): Promise<{ lines: Line[]; path: string; said: string }> {
  const path = fileOf(school)
  let said = ''
  await main(['--out', path, ...more], (text) => (said += text))
  return { lines: readFileSync(path, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as Line), path, said } // prettier-ignore
}

export const textOf = (lines: readonly Line[]): string => lines.map((line) => `${JSON.stringify(line)}\n`).join('')

/** The verifier as a stranger runs it. */
export function runVerifier(school: School, lines: readonly Line[] | string, ...more: string[]): Promise<{ code: number; text: string }> {
  const path = typeof lines === 'string' ? lines : fileOf(school, 'ban-sao')
  if (typeof lines !== 'string') writeFileSync(path, textOf(lines))
  return new Promise((done) => {
    execFile(process.execPath, ['tools/audit/audit-verify.mjs', path, ...more], (error, stdout, stderr) =>
      done({ code: Number(error?.code ?? 0), text: stdout + stderr }),
    )
  })
}

export const schoolKey = (school: School): KeyObject => createPrivateKey(readFileSync(join(school.dataDir, 'khoa-ky.pem')))
export const strangersKey = (): KeyObject => generateKeyPairSync('ed25519').privateKey

/** The detail of a row with the signature it would have at its place; a row that bore none bears none. */
function signedAnew(row: Line, key: KeyObject): string {
  const { ky, ...chiTiet } = JSON.parse(row.chiTiet as string) as { ky?: object } & Record<string, Json>
  if (!ky) return row.chiTiet as string
  const { so, truoc, hanhDong, nguoi, tenNguoi, boSuuTap, taiLieu } = row as NhatKyLine
  const text = signedRowText({ so, truoc }, { hanhDong, nguoi, tenNguoi, boSuuTap, taiLieu, chiTiet })
  return canonicalText({ ...chiTiet, ky: { v: 1, cach: 'truong', khoa: keyId(key), chuKy: signText(text, key) } })
}
type NhatKyLine = { so: number; truoc: string; hanhDong: string; nguoi: number | null; tenNguoi: string; boSuuTap: string | null; taiLieu: number | null }

/** A row as somebody without the school's key writes it in the school's name: at its place in the chain, its signature another's. */
export function signedByAnother(row: Line, ownKey: KeyObject, stranger: KeyObject): Line {
  const { ky, ...chiTiet } = JSON.parse(signedAnew(row, stranger)) as { ky: object } & Record<string, Json>
  const text = canonicalText({ ...chiTiet, ky: { ...ky, khoa: keyId(ownKey) } })
  const told = [row.so, row.luc, row.hanhDong, row.nguoi ?? '', row.tenNguoi, row.boSuuTap ?? '', row.taiLieu ?? '', row.truoc, text]
  return { ...row, chiTiet: text, bam: sha256(told.join('\n')) }
}

/** What the school's own administrator could do: the chain from `from` on and the last line, computed again. */
export function rewrite(lines: readonly Line[], from: number, key: KeyObject): Line[] {
  const copy = lines.map((line) => ({ ...line }))
  let [bam, so] = ['0'.repeat(64), 0]
  for (const [i, row] of copy.entries()) {
    if (row.kieu !== 'nhat-ky') continue
    so += 1
    if (i >= from) {
      Object.assign(row, { so, truoc: bam, chiTiet: signedAnew({ ...row, so, truoc: bam }, key) })
      const told = [row.so, row.luc, row.hanhDong, row.nguoi ?? '', row.tenNguoi, row.boSuuTap ?? '', row.taiLieu ?? '', row.truoc, row.chiTiet]
      row.bam = sha256(told.join('\n'))
    }
    bam = row.bam as string
  }
  const end = { kieu: 'cuoi', soDong: copy.length - 1, so, bam }
  copy[copy.length - 1] = { ...end, chuKy: signText(canonicalText({ ...end, dau: sha256(JSON.stringify(copy[0])) }), key) }
  return copy
}

/** A verdict line signed again, with other words or another key; what only the signed text says stays as it was. */
export function sign(verdict: Line, key: KeyObject, khoa: string): Line {
  const { kieu, id, noiDungKy: text, chuKy: _signature, khoa: _key, createdAt, ...rest } = verdict
  const said = { ...JSON.parse(text as string), ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null)) } as Json
  const noiDungKy = canonicalText(said)
  return { kieu, id, ...rest, noiDungKy, chuKy: signText(noiDungKy, key), khoa, createdAt }
}

/** The account a row made an approver was made a clerk instead, there and in every later row about it. */
export function ungranted(lines: readonly Line[], grant: number): Line[] {
  const { taiLieu } = lines[grant]!
  return lines.map((line, i) => {
    if (i < grant || line.hanhDong !== 'doi-tai-khoan' || line.taiLieu !== taiLieu) return line
    const chiTiet = JSON.parse(line.chiTiet as string) as Line
    return { ...line, chiTiet: JSON.stringify({ ...chiTiet, vaiTro: { tu: i === grant ? chiTiet.vaiTro.tu : ['vanThu'], den: ['vanThu'] } }) }
  })
}

/** Most lines of an altered copy are the same objects: written once. */
const written = new WeakMap<Line, string>()
const write = (line: Line): string => {
  if (!written.has(line)) written.set(line, JSON.stringify(line))
  return written.get(line)!
}

export type Options = Parameters<typeof verify>[1]
/** Line number and words of the first broken row, or null where the log is sound. */
export async function broken(altered: readonly Line[], options?: Options): Promise<{ dong: number; text: string } | null> {
  try {
    await verify(altered.map(write), { most: 1, ...options })
    return null
  } catch (error) {
    if (error instanceof Broken) return { dong: error.dong, text: error.message }
    throw error
  }
}
