/** Each preset's chain walked end to end by the right people and by nobody else; what a chain is refused for; one person is never two. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { PersonKey } from '../../src/demo/people.ts'
import type { VaiTro } from '../../src/policy/people/roles.ts'
import { PRESETS, regulationOf, soNamDinh2023, type Preset } from '../../src/presets/index.ts'
import { personId, regulation } from '../support/gate.ts'
import { exported, rewrite, runVerifier, schoolKey, type Line } from '../support/ledger.ts'
import { CHAINS } from '../support/presetChains.ts'
import { openSchool } from '../support/school.ts'
import { act, approve, codes, createStory, submit } from '../support/stories.ts'

const school = openSchool()
const REVIEWERS: PersonKey[] = ['doantn', 'vanphong', 'phohieutruong', 'hieutruong']

async function unitNamed(ten: string): Promise<number> {
  const { rows } = await school.sql.query('select id from don_vi where ten = $1', [ten])
  if (rows[0]) return rows[0].id as number
  return (await (await school.as('vanphong')).post('/api/don-vi', { ten, loai: 'khac' })).body.doc.id as number
}

async function account(who: PersonKey, data: { vaiTro?: VaiTro[]; donVi?: number }): Promise<void> {
  const answer = await (await school.as('hieutruong')).patch(`/api/nguoi-dung/${await personId(school, who)}`, data)
  expect(answer.status, answer.text).toBe(200)
}

/** Who is to take which step of a preset, and each into the unit of his step. */
async function staff(preset: Preset): Promise<Record<string, PersonKey>> {
  const editors: PersonKey[] = ['vanphong', 'doantn']
  const second = preset.buoc.filter((step) => step.vaiTro === 'bienTapVien').length > 1
  await account('doantn', { vaiTro: second ? ['bienTapVien'] : ['dauMoi'] })
  const takers: Record<string, PersonKey> = {}
  for (const step of preset.buoc) {
    const by = { dauMoi: 'doantn', nguoiDuyet: 'phohieutruong', nguoiPhatNgon: 'hieutruong' } as const
    takers[step.ma] = step.vaiTro === 'bienTapVien' ? editors.shift()! : by[step.vaiTro]
    if (step.donVi) await account(takers[step.ma]!, { donVi: await unitNamed(step.donVi) })
  }
  return takers
}

const stepsOf = async (banTrinh: number): Promise<string[]> => {
  const { rows } = await school.sql.query('select buoc from ban_trinh where id = $1', [banTrinh])
  return (rows[0].buoc as { ma: string }[]).map((step) => step.ma)
}

/** Every step by the one who may; at each, everybody else who reviews anything is refused first. */
async function walk(id: number, takers: Record<string, PersonKey>): Promise<string[]> {
  const banTrinh = (await submit(school, 'giaovien', id)).body.banTrinh.id as number
  const steps = await stepsOf(banTrinh)
  for (const [i, ma] of steps.entries()) {
    // The spokesperson may take any approver's step.
    const wrong = REVIEWERS.filter((who) => who !== takers[ma] && !(who === 'hieutruong' && ma === 'duyet'))
    for (const who of wrong) expect([403, 404], `${who} at ${ma}`).toContain((await approve(school, who, id, banTrinh)).status)
    const passed = await approve(school, takers[ma]!, id, banTrinh)
    expect(passed.status, passed.text).toBe(200)
    expect(passed.body.trangThai === 'daDang').toBe(i === steps.length - 1)
  }
  return steps
}

describe.each(PRESETS.map((preset) => [preset.ma, preset] as const))('%s', (ma, preset) => {
  let takers: Record<string, PersonKey>
  beforeAll(async () => {
    takers = await staff(preset)
    await regulation(school, regulationOf(preset))
  }, 60_000)

  it('takes a story, a good deed and a sensitive item through its own steps', async () => {
    const consent = await (await school.as('giaovien')).post('/api/dong-y', { hoTen: `Em ${ma}`, namSinh: 2008, mucDich: 'Kể chuyện', kenh: ['website'] })
    expect(await walk(await createStory(school), takers)).toEqual(CHAINS[ma]!.tin)
    const deed = await createStory(school, 'giaovien', { loai: 'nguoiTotViecTot', nhanVat: [consent.body.doc.id] })
    expect(await walk(deed, takers)).toEqual(CHAINS[ma]!.viecTot)
    expect(await walk(await createStory(school, 'giaovien', { mucNhayCam: 'cao' }), takers)).toEqual(CHAINS[ma]!.cao)
  }, 120_000)

  it('refuses one at its first step, and decides a topic in one', async () => {
    const id = await createStory(school)
    const banTrinh = (await submit(school, 'giaovien', id)).body.banTrinh.id as number
    const first = takers[(await stepsOf(banTrinh))[0]!]!
    expect((await act(school, first, 'tu-choi', id, { banTrinh, lyDo: 'Không thuộc phạm vi.' })).body.trangThai).toBe('tuChoi')
    const topic = (await (await school.as('vanphong')).post('/api/chu-de', { ten: `Chủ đề của ${ma}` })).body.doc.id as number
    const submitted = (await submit(school, 'vanphong', topic, 'chu-de')).body.banTrinh.id as number
    const few = { banTrinh: submitted, kiemTra: { thamQuyen: 'dat' } }
    expect((await act(school, 'phohieutruong', 'duyet', topic, few, 'chu-de')).status).toBe(403)
    expect((await act(school, 'hieutruong', 'duyet', topic, few, 'chu-de')).body.trangThai).toBe('daDang')
  }, 60_000)
})

const STEP = { ma: 'a', ten: 'Xem', vaiTro: 'bienTapVien' }
const LAST = { ma: 'z', ten: 'Duyệt', vaiTro: 'nguoiDuyet' }
const save = async (buoc: object[]): Promise<string[]> => codes(await (await school.as('hieutruong')).post('/api/globals/quy-che', { buoc }))

describe('two steps of one role', () => {
  it('are two people, though the regulation says nothing of it', async () => {
    await account('doantn', { vaiTro: ['bienTapVien'] })
    expect(await save([STEP, { ...STEP, ma: 'b', ten: 'Xem lại' }, LAST])).toEqual([])
    const id = await createStory(school)
    const banTrinh = (await submit(school, 'giaovien', id)).body.banTrinh.id as number
    expect((await approve(school, 'vanphong', id, banTrinh)).body.trangThai).toBe('choBienTap')
    expect((await approve(school, 'vanphong', id, banTrinh)).status).toBe(403)
    expect((await approve(school, 'doantn', id, banTrinh)).body.trangThai).toBe('choDuyet')
  })
  it('are not saved where there is one person', async () => {
    await account('doantn', { vaiTro: ['dauMoi'] })
    expect(await save([STEP, { ...STEP, ma: 'b', ten: 'Xem lại' }, LAST])).toEqual(['CHAIN_TWO_PEOPLE'])
  })
})

describe('a chain nobody can walk', () => {
  it('is refused by name, with what to do', async () => {
    const closed = await unitNamed('Tổ đã giải thể')
    expect(await save([{ ...STEP, donVi: closed }, LAST])).toEqual(['CHAIN_NOBODY'])
    await (await school.as('vanphong')).patch(`/api/don-vi/${closed}`, { hieuLucDen: '2020-01-01T00:00:00.000Z' })
    const refused = await (await school.as('hieutruong')).post('/api/globals/quy-che', { buoc: [{ ...STEP, donVi: closed }, LAST] })
    expect(refused.body.errors[0]).toMatchObject({ code: 'CHAIN_UNIT', field: 'buoc.0.donVi' })
    expect(refused.body.errors[0].message).toMatch(/“Xem”.*“Tổ đã giải thể”.*Hãy chọn đơn vị khác/)
    expect(await save([LAST, STEP])).toEqual(['CHAIN_LAST_STEP'])
    expect(await save([{ ...STEP, nguoi: [await personId(school, 'giaovien')] }, LAST])).toEqual(['CHAIN_PERSON'])
    const member = await (await school.as('hieutruong')).patch(`/api/nguoi-dung/${await personId(school, 'giaovien')}`, { donVi: closed })
    expect(codes(member)).toEqual(['UNIT_CLOSED'])
  })
  it('that became so later is told at submission, and what waits already keeps its steps', async () => {
    const unit = await unitNamed('Tổ sẽ giải thể')
    await account('vanphong', { donVi: unit })
    expect(await save([{ ...STEP, donVi: unit }, LAST])).toEqual([])
    const [waiting, later] = [await createStory(school), await createStory(school)]
    const banTrinh = (await submit(school, 'giaovien', waiting)).body.banTrinh.id as number
    await (await school.as('vanphong')).patch(`/api/don-vi/${unit}`, { hieuLucDen: '2020-01-01T00:00:00.000Z' })
    const refused = await submit(school, 'giaovien', later)
    expect(codes(refused)).toEqual(['NO_APPROVER'])
    expect(refused.body.errors[0].message).toContain('“Xem”')
    expect((await approve(school, 'vanphong', waiting, banTrinh)).status).toBe(403)
    await (await school.as('vanphong')).patch(`/api/don-vi/${unit}`, { hieuLucDen: null })
    await regulation(school, { buoc: [LAST] })
    expect((await approve(school, 'vanphong', waiting, banTrinh)).body.trangThai).toBe('choDuyet')
  })
})

describe('a step of reception for every kind', () => {
  it('lets whoever must take it read the story while it waits for him, and no longer', async () => {
    expect(await save([{ ma: 'a', ten: 'Tiếp nhận', vaiTro: 'dauMoi' }, LAST])).toEqual([])
    const id = await createStory(school)
    const reads = async (): Promise<number[]> => {
      const desk = await school.as('doantn')
      return [(await desk.get(`/api/tin-bai/${id}?depth=0`)).status, (await desk.get(`/api/ban-trinh/${banTrinh}/xem`)).status]
    }
    const banTrinh = (await submit(school, 'giaovien', id)).body.banTrinh.id as number
    expect(await reads()).toEqual([200, 200])
    expect((await (await school.as('doantn')).get(`/api/tin-bai/${id}/viec`)).body.viec.duyet).toEqual({ duoc: true })
    expect((await approve(school, 'doantn', id, banTrinh)).body.trangThai).toBe('choDuyet')
    expect(await reads()).toEqual([404, 404])
  })
})

describe('the unit a story is sent for', () => {
  it('is the author’s own where he says nothing, and never another’s', async () => {
    const teacher = await school.as('giaovien')
    const made = await teacher.post('/api/tin-bai?depth=0', { tieuDe: 'Không nói đơn vị' })
    expect(made.body.doc.donVi).toBe(await unitNamed('Tổ Ngữ văn'))
    expect(codes(await teacher.patch(`/api/tin-bai/${made.body.doc.id}`, { donVi: await unitNamed('Tổ Toán – Tin') }))).toEqual(['NOT_OWN_UNIT'])
    expect((await (await school.as('vanphong')).patch(`/api/tin-bai/${made.body.doc.id}`, { donVi: await unitNamed('Tổ Toán – Tin') })).status).toBe(200)
  })
})

describe('memberships', () => {
  it('are rows that end and begin together, kept by the database, and read by office and leaders', async () => {
    const nguoi = await personId(school, 'vanphong')
    const { rows } = await school.sql.query('select den, tu from thanh_vien where nguoi_id = $1 order by id', [nguoi])
    expect(rows.length).toBeGreaterThan(1)
    expect(rows.filter((row) => row.den === null)).toHaveLength(1)
    for (const [i, row] of rows.slice(0, -1).entries()) expect(row.den).toEqual(rows[i + 1].tu)
    await expect(school.sql.query(`update thanh_vien set don_vi_id = don_vi_id, tu = now() where nguoi_id = $1`, [nguoi])).rejects.toThrow(/membership/)
    expect((await (await school.as('phohieutruong')).get('/api/thanh-vien?limit=1')).body.totalDocs).toBeGreaterThan(5)
    expect((await (await school.as('giaovien')).get('/api/thanh-vien')).body.totalDocs).toBe(1)
    expect((await (await school.as('hieutruong')).post('/api/thanh-vien', { nguoi, donVi: 1 })).status).toBe(403)
  })
  it('written into the table by hand make nobody a member', async () => {
    const unit = await unitNamed('Phòng của kẻ trộm')
    await school.sql.query(`insert into thanh_vien (nguoi_id, don_vi_id, tu) values ($1, $2, now())`, [await personId(school, 'vanphong'), unit])
    expect(await save([{ ...STEP, donVi: unit }, LAST])).toEqual(['CHAIN_NOBODY'])
  })
})

describe('the log of all this', () => {
  const detail = (line: Line): Line => JSON.parse(line.chiTiet as string) as Line
  it('is sound to the verifier, and not where a membership, a step’s people or the other person was not so', async () => {
    const { lines } = await exported(school)
    const sound = await runVerifier(school, lines)
    expect(sound.code, sound.text).toBe(0)
    const outsiders = lines.map((l) => (l.hanhDong === 'thanh-vien' ? { ...l, chiTiet: JSON.stringify({ ...detail(l), vao: [] }) } : l))
    expect((await runVerifier(school, rewrite(outsiders, 0, schoolKey(school)))).text).toContain('không thuộc đơn vị của bước')
  }, 120_000)
  it('names the preset it was decided by', () => expect(regulationOf(soNamDinh2023).buoc.filter((step) => step.khacNguoi).map((step) => step.ma)).toEqual(['quanLyCong'])) // prettier-ignore
})
