/** An approval at the moment when what it rests on is taken away: before or after, never between. */
import sharp from 'sharp'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { client, type Answer } from '../support/client.ts'
import { at, atTheGate, lend, personId } from '../support/gate.ts'
import { hammer, racers, type Story } from '../support/race.ts'
import { openSchool } from '../support/school.ts'
import { submit } from '../support/stories.ts'

const school = openSchool()
const { deciding, vice, patch, atGate, logOf } = racers(school)

describe('the loss of what an approval rests on', { timeout: 180_000 }, () => {
  it('a delegation revoked: the log never shows the revocation first and the approval after', async () => {
    let lent = 0
    const arrange = async (): Promise<Story> => {
      lent = (await lend(school, 'doantn')).body.doc.id as number
      return atTheGate(school)
    }
    const revoke = async (): Promise<Answer> => (await school.as('hieutruong')).patch(`/api/uy-quyen/${lent}`, { thuHoiLuc: at(0) })
    await hammer(
      school,
      arrange,
      [deciding('doantn'), revoke],
      { '200 200': 'daDang', 'FORBIDDEN 200': 'choDuyet', 'NOT_FOUND 200': 'choDuyet' },
      async ({ id }, met) => {
        const [revoked] = await logOf('uy-quyen', lent, 'thu-hoi-uy-quyen')
        if (met === '200 200') expect((await logOf('tin-bai', id, 'duyet')).at(-1)).toBeLessThan(revoked!)
      },
    )
  })

  it('a role taken away', async () => {
    const vicePrincipal = await personId(school, 'phohieutruong')
    const setRoles = async (vaiTro: string[]): Promise<Answer> => (await school.as('hieutruong')).patch(`/api/nguoi-dung/${vicePrincipal}`, { vaiTro })
    const arrange = async (): Promise<Story> => {
      await setRoles(['nguoiDuyet'])
      return atTheGate(school)
    }
    await hammer(
      school,
      arrange,
      [vice, () => setRoles(['congTacVien'])],
      { '200 200': 'daDang', 'FORBIDDEN 200': 'choDuyet', 'NOT_FOUND 200': 'choDuyet' },
      async ({ id }, met) => {
        const changed = (await logOf('nguoi-dung', vicePrincipal, 'doi-tai-khoan')).at(-1)!
        if (met === '200 200') expect((await logOf('tin-bai', id, 'duyet')).at(-1)).toBeLessThan(changed)
      },
    )
    await setRoles(['nguoiDuyet'])
  })

  it('a role taken away while its holder signs in and out: it does not come back', async () => {
    const vicePrincipal = await personId(school, 'phohieutruong')
    const principal = await school.as('hieutruong')
    for (let round = 0; round < 12; round += 1) {
      await principal.patch(`/api/nguoi-dung/${vicePrincipal}`, { vaiTro: ['nguoiDuyet'] })
      const session = await client(school.url, null).login('phohieutruong')
      const removal = new Promise((r) => setTimeout(r, (round % 6) * 15)).then(() =>
        principal.patch(`/api/nguoi-dung/${vicePrincipal}`, { vaiTro: ['congTacVien'] }),
      )
      const [removed] = await Promise.all([
        removal,
        client(school.url, null).login('phohieutruong'),
        session.post('/api/nguoi-dung/refresh-token'),
        session.post('/api/nguoi-dung/logout'),
      ])
      expect(removed.status).toBe(200)
      const { rows } = await school.sql.query('select value::text from nguoi_dung_vai_tro where parent_id = $1', [vicePrincipal])
      expect(rows, `round ${round}`).toEqual([{ value: 'congTacVien' }])
    }
    await principal.patch(`/api/nguoi-dung/${vicePrincipal}`, { vaiTro: ['nguoiDuyet'] })
  })

  it('a consent withdrawn', async () => {
    let consent = 0
    const arrange = async (): Promise<Story> => {
      consent = (await (await school.as('giaovien')).post('/api/dong-y', { hoTen: 'Một học sinh', namSinh: 1990, kenh: ['website'] })).body.doc.id as number
      return atTheGate(school, { nhanVat: [consent] })
    }
    let round = 0
    // Later each time: a publication takes longer than a withdrawal.
    const end = async (): Promise<Answer> => {
      await pause((round++ % 10) * 12)
      return (await school.as('giaovien')).post(`/api/dong-y/${consent}/rut`, { lyDo: 'Xin rút' })
    }
    await hammer(school, arrange, [vice, end], { '200 200': 'daGo', 'MISSING_CONSENT 200': 'choDuyet' }, async ({ id }, met) => {
      const [ended] = await logOf('dong-y', consent, 'rut-dong-y')
      if (met === '200 200') expect((await logOf('tin-bai', id, 'dang')).at(-1)).toBeLessThan(ended!)
    })
  })

  it('the regulation changed: an approval stands in the log under the checklist it answered', async () => {
    const { rows } = await school.sql.query(`select phien_ban_kiem_tra::int as v from quy_che`)
    let version = rows[0].v as number
    const { body } = await (await school.as('hieutruong')).get('/api/globals/quy-che?depth=0')
    const points = body.kiemTra as { ma: string; noiDung: string }[]
    const change = (): Promise<Answer> =>
      school
        .as('hieutruong')
        .then((c) =>
          c.post('/api/globals/quy-che', { kiemTra: points.map((p) => ({ ...p, noiDung: `${p.noiDung.replace(/ \(bản \d+\)$/, '')} (bản ${version + 1})` })) }),
        )
    await hammer(school, atGate, [vice, change], { '200 200': 'daDang' }, async ({ id }) => {
      const verdict = await school.sql.query(
        `select p.phien_ban_kiem_tra::int as v from phieu_duyet p join ban_trinh b on b.id = p.ban_trinh_id where b.tai_lieu = $1 and b.bo_suu_tap = 'tin-bai' order by p.id desc limit 1`,
        [id],
      )
      const changed = (await logOf('quy-che', null, 'doi-quy-che')).at(-1)!
      const approved = (await logOf('tin-bai', id, 'duyet')).at(-1)!
      expect(verdict.rows[0].v).toBe(approved < changed ? version : version + 1)
      version += 1
    })
  })

  it('a picture deleted that the waiting submission shows: readers see the frozen bytes; while it is edited or submitted, nothing is stuck', async () => {
    const bytes = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#88aa66' } })
      .jpeg()
      .toBuffer()
    let picture = 0
    const arrange = async (): Promise<Story> => {
      const made = await (await school.as('giaovien')).upload('/api/tu-lieu', { name: 'a.jpg', type: 'image/jpeg', bytes }, { altText: 'Ruộng' })
      picture = made.body.doc.id as number
      return atTheGate(school, { anhBia: picture, tuLieu: [picture] })
    }
    const remove = async (): Promise<Answer> => (await school.as('giaovien')).del(`/api/tu-lieu/${picture}`)
    await hammer(school, arrange, [vice, remove, patch('giaovien')], { '200 200 200': 'daDang', '200 200 PICTURE_GONE': 'daDang' }, async ({ id }) => {
      const { rows } = await school.sql.query(`select slug from ban_dang where bo_suu_tap = 'tin-bai' and tai_lieu = $1`, [id])
      const page = await school.visitor.get(`/bai/${rows[0].slug}`)
      const [, src] = /src="(\/tep\/[^"]+)"/.exec(page.text) ?? []
      expect((await school.visitor.get(src!)).status).toBe(200)
    })
    // Submitted again: with the picture, or refused because it is gone, or without it; the edit likewise. Submitted before
    // either, nothing has changed, and it waits where it waited.
    const gone = 'FILE_UNREADABLE+FILE_UNREADABLE'
    await hammer(school, arrange, [({ id }) => submit(school, 'giaovien', id), remove, patch('giaovien')], {
      '200 200 200': ['choBienTap', 'choDuyet'],
      '200 200 PICTURE_GONE': ['choBienTap', 'choDuyet'],
      [`${gone} 200 200`]: 'choDuyet',
      [`${gone} 200 PICTURE_GONE`]: 'choDuyet',
    })
  })
})
