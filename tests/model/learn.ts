/** Holds each new row of the log against the rules, and learns from it. A row the rules do not allow is a hole in the gate. */
import { createHash } from 'node:crypto'
import type pg from 'pg'
import { expect } from 'vitest'
import { latest, mayTake, nameOf, now, type Doc, type Model, type Submission } from './world.ts'

type Row = {
  so: string
  luc: string
  hanh_dong: string
  nguoi: string | null
  ten_nguoi: string
  bo_suu_tap: string | null
  tai_lieu: string | null
  chi_tiet: string
  truoc: string
  bam: string
}
type Detail = {
  tu?: string
  den?: string
  banTrinh?: number
  vanTay?: string
  buoc?: string
  banDang?: number
  khanDen?: string
  luc?: string
  uyQuyen?: number
  theoHen?: boolean
}
const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** Reads the rows since the last time; returns how many concerned each document. */
export async function learn(model: Model, sql: pg.Pool): Promise<Map<number, number>> {
  const { rows } = await sql.query<Row>('select * from nhat_ky where so > $1 order by so', [model.so])
  const seen = new Map<number, number>()
  for (const row of rows) {
    expect(Number(row.so)).toBe(model.so + 1)
    expect(row.truoc).toBe(model.bam)
    const lines = [row.so, row.luc, row.hanh_dong, row.nguoi ?? '', row.ten_nguoi, row.bo_suu_tap ?? '', row.tai_lieu ?? '', row.truoc, row.chi_tiet]
    expect(row.bam).toBe(sha256(lines.join('\n')))
    model.so += 1
    model.bam = row.bam
    const doc = row.bo_suu_tap === 'tin-bai' ? model.docs.find((d) => d.id === Number(row.tai_lieu)) : undefined
    if (!doc) continue
    seen.set(doc.id, (seen.get(doc.id) ?? 0) + 1)
    doc.rows += 1
    await transition(model, doc, row, JSON.parse(row.chi_tiet) as Detail, sql)
  }
  return seen
}

async function transition(model: Model, doc: Doc, row: Row, d: Detail, sql: pg.Pool): Promise<void> {
  const by = row.nguoi === null ? 0 : Number(row.nguoi)
  // `dang` follows the last approval inside one action, whose own row ends at `daDuyet`.
  expect([row.hanh_dong, d.tu]).toEqual([row.hanh_dong, doc.state])
  const learned: Record<string, () => Promise<void> | void> = {
    trinh: async () => doc.submissions.push(await frozen(model, doc, d, by, sql)) as unknown as void,
    duyet: () => approve(model, doc, d, by),
    'tra-lai': () => leave(model, doc, d, by, true),
    'tu-choi': () => leave(model, doc, d, by, true),
    'thu-hoi': () => leave(model, doc, d, by, false),
    dang: () => publish(model, doc, d, by),
    'hen-gio': () => {
      mustBeEditor(model, by)
      mustBeApproved(doc)
      doc.schedule = { at: Date.parse(d.luc!), by }
    },
    'hen-gio-hong': () => expect(doc.schedule!.at).toBeLessThanOrEqual(now(model) + 1000),
    'dang-khan': () => emergency(model, doc, d, by),
    go: () => withdraw(model, doc, by, d),
  }
  expect(Object.keys(learned)).toContain(row.hanh_dong)
  await learned[row.hanh_dong]!()
  doc.state = d.den!
  if (doc.state !== 'henGio') doc.schedule = null
}

async function frozen(model: Model, doc: Doc, d: Detail, by: number, sql: pg.Pool): Promise<Submission> {
  const { rows } = await sql.query('select * from ban_trinh where id = $1', [d.banTrinh])
  const b = rows[0]
  expect(sha256(b.noi_dung)).toBe(d.vanTay)
  expect(JSON.parse(b.noi_dung)).toMatchObject({ boSuuTap: 'tin-bai', taiLieu: doc.id, tomTat: doc.words })
  expect(Number(b.lan)).toBe(doc.submissions.length + 1)
  for (const person of [...doc.contributors, model.ids[doc.author], by]) expect(b.nguoi_dong_gop).toContain(person)
  expect(['nguoiDuyet', 'nguoiPhatNgon']).toContain(b.buoc.at(-1).vaiTro)
  if (b.mot_lanh_dao) expect(model.motLanhDao).toBe(true)
  doc.contributors.add(by)
  doc.later.clear()
  return {
    id: b.id,
    lan: Number(b.lan),
    text: b.noi_dung,
    contributors: b.nguoi_dong_gop.map(Number),
    steps: b.buoc,
    approved: [],
    motLanhDao: b.mot_lanh_dao,
    left: false,
  }
}

function approve(model: Model, doc: Doc, d: Detail, by: number): void {
  const submission = latest(doc)!
  const step = submission.steps.find((s) => !submission.approved.includes(s.ma))!
  expect([d.banTrinh, d.buoc, submission.left]).toEqual([submission.id, step.ma, false])
  const { own, lent } = mayTake(model, by, step.vaiTro)
  expect({ by: nameOf(model, by), step, uyQuyen: d.uyQuyen, roles: model.roles, held: d.uyQuyen === undefined ? own : lent }).toMatchObject({ held: true })
  const excepted = submission.motLanhDao && nameOf(model, by) === 'hieutruong'
  expect(submission.contributors.includes(by) && !excepted).toBe(false)
  submission.approved.push(step.ma)
}

const mustBeEditor = (model: Model, by: number): void => {
  const roles = model.roles[nameOf(model, by)!]
  expect(roles.some((r) => ['bienTapVien', 'nguoiDuyet', 'nguoiPhatNgon'].includes(r))).toBe(true)
}

function mustBeApproved(doc: Doc): Submission {
  const submission = latest(doc)!
  expect(submission.left).toBe(false)
  expect(submission.approved).toEqual(submission.steps.map((s) => s.ma))
  return submission
}

function publish(model: Model, doc: Doc, d: Detail, by: number): void {
  const submission = mustBeApproved(doc)
  expect([d.banTrinh, d.vanTay]).toEqual([submission.id, sha256(submission.text)])
  if (d.theoHen) {
    expect(doc.schedule!.at).toBeLessThanOrEqual(now(model) + 1000)
    mustBeEditor(model, by)
  }
  doc.live = { submission, khanDen: null }
  doc.emergencyUsed = false
  doc.contributors = new Set(doc.later)
}

function emergency(model: Model, doc: Doc, d: Detail, by: number): void {
  const submission = latest(doc)!
  expect([d.banTrinh, submission.left, doc.emergencyUsed]).toEqual([submission.id, false, false])
  expect(model.roles[nameOf(model, by)!]).toContain('nguoiPhatNgon')
  expect(Date.parse(d.khanDen!) - now(model)).toBeLessThanOrEqual(24 * 3_600_000)
  doc.live = { submission, khanDen: Date.parse(d.khanDen!) }
  doc.emergencyUsed = true
}

/** An emergency edition of this submission leaves the site with it. */
function endEmergency(doc: Doc, submission: Submission): void {
  if (doc.live?.submission === submission && doc.live.khanDen !== null) doc.live = null
}

function leave(model: Model, doc: Doc, d: Detail, by: number, reviewer: boolean): void {
  const submission = latest(doc)!
  const step = submission.steps.find((s) => !submission.approved.includes(s.ma))!
  expect(d.banTrinh).toBe(submission.id)
  if (reviewer) {
    const { own, lent } = mayTake(model, by, step.vaiTro)
    expect(own || lent).toBe(true)
  }
  submission.left = true
  endEmergency(doc, submission)
}

function withdraw(model: Model, doc: Doc, by: number, d: Detail): void {
  expect(model.roles[nameOf(model, by)!].some((r) => ['nguoiDuyet', 'nguoiPhatNgon'].includes(r))).toBe(true)
  const submission = latest(doc)
  if (submission && d.den === 'daGo' && doc.state !== 'daDang') submission.left = true
  doc.live = null
}
