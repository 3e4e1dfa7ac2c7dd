/** Side doors of the framework: its jobs, its locks, its way to ask in a body, its answer about permissions. */
import { describe, expect, it } from 'vitest'
import { createLocalReq } from 'payload'
import { runSchedule } from '../../src/jobs/schedule.ts'
import { AN_HOUR, at, atTheGate, personId, regulation, stateOf } from '../support/gate.ts'
import { moveClock, openSchool, peopleAt } from '../support/school.ts'
import { act, approve, codes, createStory } from '../support/stories.ts'

const school = openSchool()
const EVERYBODY = ['giaovien', 'doantn', 'vanphong', 'phohieutruong', 'hieutruong', 'quantri'] as const

describe('jobs of the framework', () => {
  it.each(['/api/payload-jobs/run', '/api/payload-jobs/handle-schedules', '/api/payload-jobs', '/api/payload-jobs/1', '/api/payload-jobs?limit=1'])(
    '%s is no address, with any session and any method',
    async (path) => {
      for (const who of EVERYBODY) {
        const person = await school.as(who)
        for (const answer of [await person.get(path), await person.post(path, { taskSlug: 'schedulePublish' })]) {
          expect([who, answer.status, codes(answer)]).toEqual([who, 404, ['NOT_FOUND']])
        }
      }
      expect((await school.visitor.get(path)).status).toBe(404)
      const cron = await school.visitor.raw(path, { headers: { Authorization: 'Bearer bi-mat-thu-nghiem' } })
      expect(cron.status).toBe(404)
    },
  )

  it('nothing can be queued through the Local API: there is no task and no table', async () => {
    const id = await createStory(school)
    const task = { task: 'schedulePublish', input: { type: 'publish', doc: { relationTo: 'tin-bai', value: id } }, overrideAccess: true }
    await expect(school.payload.jobs.queue(task as never)).rejects.toThrow()
    expect(Object.keys(school.payload.collections)).not.toContain('payload-jobs')
    const { rows } = await school.sql.query(`select table_name from information_schema.tables where table_name like '%job%'`)
    expect(rows).toEqual([])
  })
})

describe('the project’s own schedule', () => {
  const approved = async (): Promise<number> => {
    await regulation(school, { dangNgay: false })
    const { id, banTrinh } = await atTheGate(school)
    await approve(school, 'phohieutruong', id, banTrinh)
    await regulation(school, { dangNgay: true })
    return id
  }
  const due = async (): Promise<void> => {
    await moveClock(school, '2 hours')
    await runSchedule(school.payload)
    await moveClock(school, '0')
  }

  it('does not publish what nobody approved, although a row says that its hour has come', async () => {
    const { id } = await atTheGate(school)
    const who = await personId(school, 'hieutruong')
    await school.sql.query(`update ho_so set trang_thai = 'henGio', hen_gio_luc = now(), nguoi_hen_gio = $2 where bo_suu_tap = 'tin-bai' and tai_lieu = $1`, [
      id,
      who,
    ])
    await due()
    const { rows } = await school.sql.query(`select count(*)::int as n from ban_dang where bo_suu_tap = 'tin-bai' and tai_lieu = $1`, [id])
    expect([rows[0].n, await stateOf(school, id)]).toEqual([0, 'daDuyet'])
  })

  it.each(['giaovien', 'doantn', 'quantri'] as const)('does not publish for %s, whose name was put in the row', async (who) => {
    const id = await approved()
    await act(school, 'vanphong', 'hen-gio', id, { luc: at(AN_HOUR) })
    await school.sql.query(`update ho_so set nguoi_hen_gio = $2 where bo_suu_tap = 'tin-bai' and tai_lieu = $1`, [id, await personId(school, who)])
    await due()
    expect(await stateOf(school, id)).toBe('daDuyet')
  })

  it('does not publish for a person whose account was closed or does not exist', async () => {
    const closed = await approved()
    await act(school, 'phohieutruong', 'hen-gio', closed, { luc: at(AN_HOUR) })
    const unknown = await approved()
    await act(school, 'vanphong', 'hen-gio', unknown, { luc: at(AN_HOUR) })
    await school.sql.query(`update ho_so set nguoi_hen_gio = 999999 where bo_suu_tap = 'tin-bai' and tai_lieu = $1`, [unknown])
    const principal = await school.as('hieutruong')
    const account = `/api/nguoi-dung/${await personId(school, 'phohieutruong')}`
    const heir = await personId(school, 'vanphong')
    expect((await principal.post(`${account}/nghi`, { nguoiNhan: heir })).status).toBe(200)
    await due()
    expect((await principal.post(`${account}/tro-lai`)).status).toBe(200)
    expect((await principal.patch(account, { vaiTro: ['nguoiDuyet'] })).status).toBe(200)
    // Whoever was away signs in anew.
    school.as = peopleAt(school.url)
    expect([await stateOf(school, closed), await stateOf(school, unknown)]).toEqual(['daDuyet', 'daDuyet'])
  })

  it('is not fired by an action without a person, nor before its hour by the action itself', async () => {
    const { dangTheoHen } = await import('../../src/actions/henGio.ts')
    const { dang } = await import('../../src/actions/dang.ts')
    const { tinBai } = await import('../../src/policy/gate/gates/index.ts')
    const id = await approved()
    await act(school, 'vanphong', 'hen-gio', id, { luc: at(AN_HOUR) })
    await expect(dangTheoHen(await createLocalReq({}, school.payload), tinBai, id)).rejects.toThrow(/đăng nhập/)
    await expect(dang(await createLocalReq({}, school.payload), tinBai, id)).rejects.toThrow(/đăng nhập/)
    const user = await school.payload.findByID({ collection: 'nguoi-dung', id: await personId(school, 'vanphong') })
    const early = await createLocalReq({ user: { ...user, collection: 'nguoi-dung' } }, school.payload)
    await expect(dangTheoHen(early, tinBai, id)).rejects.toMatchObject({ status: 409 })
    expect(await stateOf(school, id)).toBe('henGio')
  })
})

describe('locks of the framework', () => {
  it('nobody keeps his role by holding his own account open', async () => {
    const account = await personId(school, 'phohieutruong')
    const own = await school.as('phohieutruong')
    for (const lock of [{ document: { relationTo: 'nguoi-dung', value: account } }, { globalSlug: 'quy-che' }]) {
      await own.post('/api/payload-locked-documents', { ...lock, user: { relationTo: 'nguoi-dung', value: account } })
    }
    const principal = await school.as('hieutruong')
    expect((await principal.patch(`/api/nguoi-dung/${account}`, { vaiTro: ['congTacVien'] })).status).toBe(200)
    expect((await principal.patch(`/api/nguoi-dung/${account}`, { vaiTro: ['nguoiDuyet'] })).status).toBe(200)
    expect((await principal.post('/api/globals/quy-che', { dangNgay: true })).status).toBe(200)
  })

  it('nobody delays the withdrawal of a consent by holding it open', async () => {
    const teacher = await school.as('giaovien')
    const consent = (await teacher.post('/api/dong-y', { hoTen: 'Em Học Sinh', namSinh: 1990, kenh: ['website'] })).body.doc.id
    const holder = { relationTo: 'nguoi-dung', value: await personId(school, 'lop12a1') }
    await (await school.as('lop12a1')).post('/api/payload-locked-documents', { document: { relationTo: 'dong-y', value: consent }, user: holder })
    expect((await teacher.patch(`/api/dong-y/${consent}`, { thuHoiLuc: at(0) })).status).toBe(200)
  })
})

describe('a question asked in a body', () => {
  const ask = (path: string, body: string, type = 'application/x-www-form-urlencoded', header = 'X-Payload-HTTP-Method-Override') =>
    school.visitor.raw(path, { method: 'POST', headers: { [header]: 'GET', 'Content-Type': type }, body })

  it.each(['X-Payload-HTTP-Method-Override', 'X-HTTP-Method-Override'])('%s opens nothing that the address would not', async (header) => {
    const id = await createStory(school)
    for (const slug of ['tin-bai', 'ban-trinh', 'ho-so', 'nguoi-dung', 'dong-y', 'nhat-ky', 'uy-quyen'])
      expect([slug, (await ask(`/api/${slug}`, 'limit=1&draft=true&depth=2', undefined, header)).status]).toEqual([slug, 401])
    expect((await ask(`/api/tin-bai/${id}`, 'draft=true', undefined, header)).status).toBe(401)
    expect((await ask('/api/ban-dang', 'where[banTrinh.bangChung][contains]=a', undefined, header)).status).toBe(400)
  })

  it.each(['where[taiLieu][near]=1', 'where%5BtaiLieu%5D%5Bwithin%5D=1', 'where[slug][equals]=%00', 'where[slug][equals]=%E0%A4%A'])(
    '%s is refused in a body as in an address, never a failure of the server',
    async (body) => {
      const answer = await ask('/api/ban-dang', body)
      expect([answer.status, codes(answer)]).toEqual([400, ['INVALID_VALUE']])
    },
  )

  it('a file is not asked for in a body', async () => {
    expect((await ask('/api/tu-lieu/file/secret', 'prefix=../../')).status).toBe(400)
  })
})

describe('the answer about permissions', () => {
  it.each(['tin-bai', 'tu-lieu', 'ban-trinh', 'ho-so', 'dong-y', 'nguoi-dung', 'uy-quyen', 'phieu-duyet', 'nhat-ky', 'chu-de'])(
    '%s: tells a visitor nothing of what exists',
    async (slug) => {
      const { rows } = await school.sql.query(`select coalesce(max(id), 1)::int as id from ${slug.replace('-', '_')}`)
      const answers = await Promise.all([rows[0].id, 987654].map((id) => school.visitor.post(`/api/${slug}/access/${id}`, {})))
      expect(answers.map((a) => [a.status, a.text])).toEqual([
        [401, answers[0]!.text],
        [401, answers[0]!.text],
      ])
    },
  )

  it('nor a colleague, and still serves the form of whoever may read', async () => {
    const id = await createStory(school)
    const stranger = await school.as('lop12a1')
    const [there, not] = [await stranger.post(`/api/tin-bai/access/${id}`, {}), await stranger.post('/api/tin-bai/access/987654', {})]
    expect([there.status, there.text]).toEqual([404, not.text])
    const own = await (await school.as('giaovien')).post(`/api/tin-bai/access/${id}`, {})
    expect([own.status, Boolean(own.body.update), Boolean(own.body.fields)]).toEqual([200, true, true])
  })
})
