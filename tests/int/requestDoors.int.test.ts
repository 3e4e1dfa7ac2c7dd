/** Ways in through ordinary requests: bodies that carry more than they should, forged fields, roles in odd combinations. */
import { describe, expect, it } from 'vitest'
import { HANH_DONG } from '../../src/policy/gate/states.ts'
import { AN_HOUR, at, atTheGate, lend, pageOf, personId, stateOf } from '../support/gate.ts'
import { openSchool } from '../support/school.ts'
import { act, approve, buildStory, CHECKED, codes, createStory, publishStory, submit } from '../support/stories.ts'

const school = openSchool()
const word = async (id: number): Promise<string> => (await (await school.as('vanphong')).get(`/api/tin-bai/${id}`)).body.tieuDe as string

describe('one request, one act', () => {
  it('duyet with content and a verdict’s own columns in its body changes no word and forges no line', async () => {
    const { id, banTrinh } = await atTheGate(school, { tieuDe: 'Lời đã đọc' })
    const forged = {
      nguoi: 1,
      hoTen: 'Kẻ khác',
      chucVu: 'Bộ trưởng',
      vaiTro: 'nguoiPhatNgon',
      tuCach: 'uyQuyen',
      uyQuyen: 1,
      quyetDinh: 'dangKhan',
      buoc: 'khan',
    }
    const edits = {
      tieuDe: 'Lời lén',
      noiDung: null,
      data: { tieuDe: 'Lời lén' },
      slug: 'len',
      vanTay: 'x',
      khanDen: at(AN_HOUR),
      luc: '1999',
      _status: 'published',
    }
    const answer = await act(school, 'phohieutruong', 'duyet', id, { ...edits, ...forged, banTrinh, kiemTra: { ...CHECKED, la: 'dat' } })
    expect([answer.status, await word(id)]).toEqual([200, 'Lời đã đọc'])
    expect((await pageOf(school, id)).text).not.toContain('Lời lén')
    const { rows } = await school.sql.query('select * from phieu_duyet where ban_trinh_id = $1 order by id desc limit 1', [banTrinh])
    expect(rows[0]).toMatchObject({ ho_ten: 'Giàng A Sếnh', vai_tro: 'nguoiDuyet', tu_cach: 'chinhDanh', uy_quyen: null, quyet_dinh: 'duyet', buoc: 'duyet' })
    expect(Number(rows[0].nguoi)).toBe(await personId(school, 'phohieutruong'))
    expect(Object.keys(rows[0].kiem_tra)).not.toContain('la')
  })

  it('an edit that carries actions takes none', async () => {
    const { id, banTrinh } = await atTheGate(school)
    const before = await school.sql.query('select count(*)::int as n from phieu_duyet')
    const data = { duyet: true, hanhDong: 'duyet', banTrinh, kiemTra: CHECKED, trangThai: 'daDang', nguoiDongGop: [], hoSo: { trangThai: 'daDang' } }
    for (const query of ['', '?duyet=true', '?autosave=true&draft=true', '?hanhDong=dang'])
      expect((await (await school.as('giaovien')).patch(`/api/tin-bai/${id}${query}`, { ...data, tomTat: `Sửa ${query}` })).status).toBe(200)
    expect([await stateOf(school, id), (await school.sql.query('select count(*)::int as n from phieu_duyet')).rows[0].n]).toEqual([
      'choDuyet',
      before.rows[0].n,
    ])
    const { rows } = await school.sql.query(`select nguoi_dong_gop as n from ho_so where bo_suu_tap = 'tin-bai' and tai_lieu = $1`, [id])
    expect(rows[0].n).toContain(await personId(school, 'giaovien'))
  })

  it('an edit and an approval at the same instant: readers get what was frozen, the edit waits for its own review', async () => {
    const { id, banTrinh } = await atTheGate(school, { tieuDe: 'Trước lúc duyệt' })
    const author = await school.as('giaovien')
    const saves = Array.from({ length: 4 }, (_, i) => author.patch(`/api/tin-bai/${id}?autosave=true&draft=true`, { tieuDe: `Gõ dở ${i}` }))
    const answers = await Promise.all([...saves.slice(0, 2), approve(school, 'phohieutruong', id, banTrinh), ...saves.slice(2)])
    expect(answers.map((a) => a.status)).toEqual([200, 200, 200, 200, 200])
    expect((await pageOf(school, id)).text).toContain('Trước lúc duyệt')
    expect((await pageOf(school, id)).text).not.toContain('Gõ dở')
    const { rows } = await school.sql.query(`select sua_sau_trinh as n from ho_so where bo_suu_tap = 'tin-bai' and tai_lieu = $1`, [id])
    expect(rows[0].n).toEqual([await personId(school, 'giaovien')])
  })

  it('a create under a chosen id, with a submission of another, or as another’s own, is only a draft of whoever sends it', async () => {
    const other = await publishStory(school)
    const forged = { id: 424242, tacGia: await personId(school, 'hieutruong'), banTrinh: other.banTrinh, banDang: 1, vanTay: 'x', nguoiDuyet: 1 }
    const made = await (await school.as('lop12a1')).post('/api/tin-bai', await buildStory(school, forged, 'lop12a1'))
    expect(made.status, made.text).toBe(201)
    expect([made.body.doc.id === 424242, made.body.doc.tacGia.id]).toEqual([false, await personId(school, 'lop12a1')])
    const { rows } = await school.sql.query(`select ban_trinh_id, ban_dang_id, trang_thai from ho_so where bo_suu_tap = 'tin-bai' and tai_lieu = $1`, [
      made.body.doc.id,
    ])
    expect(rows[0]).toEqual({ ban_trinh_id: null, ban_dang_id: null, trang_thai: 'nhap' })
  })

  it('a verdict on another document’s submission is stale here', async () => {
    const [one, two] = [await atTheGate(school), await atTheGate(school)]
    const crossed = await approve(school, 'phohieutruong', one.id, two.banTrinh)
    expect([crossed.status, codes(crossed)]).toEqual([409, ['STALE_SUBMISSION']])
  })
})

describe('a visitor', () => {
  it.each(['tin-bai', 'tu-lieu', 'chu-de', 'don-vi', 'cai-dat', 'trang', 'van-ban'])('%s: is told to sign in before anything else is told', async (slug) => {
    for (const data of [{}, { _status: 'published' }, { noiDung: 5 }])
      for (const answer of [
        await school.visitor.post(`/api/${slug}`, data),
        await school.visitor.patch(`/api/${slug}/1`, data),
        await school.visitor.patch(`/api/${slug}?where[id][exists]=true`, data),
        await school.visitor.del(`/api/${slug}/1`),
      ])
        expect([answer.status, codes(answer)]).toEqual([401, ['UNAUTHENTICATED']])
  })
})

describe('trash', () => {
  it('there is none: deletedAt is not stored, and no query or method brings a document in or out of it', async () => {
    const { id, slug } = await publishStory(school)
    const editor = await school.as('vanphong')
    await editor.patch(`/api/tin-bai/${id}`, { deletedAt: new Date().toISOString() })
    await editor.patch(`/api/tin-bai/${id}?trash=true`, { deletedAt: null, tomTat: 'x' })
    expect((await editor.get(`/api/tin-bai/${id}`)).body.deletedAt).toBeUndefined()
    for (const query of ['', '?trash=true']) {
      const kept = await editor.del(`/api/tin-bai/${id}${query}`)
      expect([kept.status, codes(kept)]).toEqual([409, ['HAS_RECORD']])
    }
    for (const path of [`/api/tin-bai/${id}/undelete`, `/api/tin-bai/${id}/restore`, `/api/tin-bai/undelete`])
      expect([path, (await editor.post(path, {})).status]).toEqual([path, 404])
    expect((await editor.patch('/api/tin-bai?trash=true&where[id][exists]=true', { deletedAt: null })).status).toBe(403)
    expect((await school.visitor.get(`/bai/${slug}`)).status).toBe(200)
  })
})

describe('the technical administrator', () => {
  it.each(['tin-bai', 'tu-lieu', 'chu-de', 'don-vi', 'cai-dat', 'trang', 'van-ban'])('%s: takes no action, edits nothing, reads no file', async (slug) => {
    const story = await publishStory(school)
    const editor = await school.as('vanphong')
    const id = slug === 'tin-bai' ? story.id : (((await editor.get(`/api/${slug}?limit=1`)).body.docs[0]?.id as number | undefined) ?? 1)
    const admin = await school.as('quantri')
    const before = (await school.sql.query('select count(*)::int as n from nhat_ky')).rows[0].n
    for (const action of HANH_DONG) {
      const answer = await admin.post(`/api/${slug}/${id}/${action}`, { banTrinh: story.banTrinh, kiemTra: CHECKED, lyDo: 'x', luc: at(AN_HOUR) })
      expect([action, [403, 404].includes(answer.status)]).toEqual([action, true])
    }
    for (const answer of [
      await admin.patch(`/api/${slug}/${id}`, { ten: 'x', tieuDe: 'x' }),
      await admin.post(`/api/${slug}`, {}),
      await admin.del(`/api/${slug}/${id}`),
    ])
      expect([403, 404, 422]).toContain(answer.status)
    expect((await admin.get(`/api/ban-trinh/${story.banTrinh}/xem`)).status).toBe(404)
    expect((await admin.post('/api/globals/quy-che', { dangNgay: false })).status).toBe(403)
    expect((await school.sql.query('select count(*)::int as n from nhat_ky')).rows[0].n).toBe(before)
  })

  it('holds no delegation: one lent before he became it is worth nothing', async () => {
    expect((await lend(school, 'lop12a1', { phamVi: 'tatCa' })).status).toBe(201)
    const { id, banTrinh } = await atTheGate(school)
    expect((await act(school, 'lop12a1', 'duyet', id, { banTrinh, kiemTra: {} })).status).toBe(422)
    const principal = await school.as('hieutruong')
    const account = `/api/nguoi-dung/${await personId(school, 'lop12a1')}`
    expect((await principal.patch(account, { vaiTro: ['quanTriKyThuat'] })).status).toBe(200)
    expect((await act(school, 'lop12a1', 'duyet', id, { banTrinh, kiemTra: CHECKED })).status).toBe(404)
    expect((await (await school.as('lop12a1')).get(`/api/ban-trinh/${banTrinh}`)).status).toBe(404)
    await principal.patch(account, { vaiTro: ['congTacVien'] })
  })

  it('takes over no account by its secrets: token, hash, salt, lock and sessions are not his to write', async () => {
    const id = await personId(school, 'hieutruong')
    const secrets = async (): Promise<unknown> =>
      (await school.sql.query('select hash, salt, reset_password_token, reset_password_expiration from nguoi_dung where id = $1', [id])).rows[0]
    const before = await secrets()
    const admin = await school.as('quantri')
    const forged = {
      hash: 'x',
      salt: 'x',
      resetPasswordToken: 'x',
      resetPasswordExpiration: at(AN_HOUR),
      lockUntil: at(AN_HOUR),
      loginAttempts: 99,
      sessions: [],
    }
    await admin.patch(`/api/nguoi-dung/${id}`, forged)
    expect(await secrets()).toEqual(before)
    expect((await school.visitor.post('/api/nguoi-dung/reset-password', { token: 'x', password: 'chiem-duoc-roi' })).status).toBe(401)
    expect((await (await school.as('hieutruong')).get('/api/nguoi-dung/me')).body.user.id).toBe(id)
    const shown = await admin.get(`/api/nguoi-dung/${id}?showHiddenFields=true&select[hash]=true&select[salt]=true`)
    expect(Object.keys(shown.body)).not.toEqual(expect.arrayContaining(['hash']))
  })
})

describe('a person with several roles', () => {
  it('reviews at two steps with two verdicts, and nothing he wrote at either', async () => {
    const principal = await school.as('hieutruong')
    const account = `/api/nguoi-dung/${await personId(school, 'vanphong')}`
    expect((await principal.patch(account, { vaiTro: ['bienTapVien', 'nguoiDuyet', 'congTacVien'] })).status).toBe(200)
    const id = await createStory(school)
    const banTrinh = (await submit(school, 'giaovien', id)).body.banTrinh.id as number
    expect((await approve(school, 'vanphong', id, banTrinh)).body.trangThai).toBe('choDuyet')
    expect((await approve(school, 'vanphong', id, banTrinh)).body.trangThai).toBe('daDang')
    const own = await createStory(school, 'vanphong')
    const submitted = await submit(school, 'vanphong', own)
    expect(submitted.body.trangThai).toBe('choDuyet')
    expect(codes(await approve(school, 'vanphong', own, submitted.body.banTrinh.id))).toEqual(['SELF_REVIEW'])
    const edited = await createStory(school)
    await (await school.as('vanphong')).patch(`/api/tin-bai/${edited}`, { tomTat: 'Sửa với tư cách biên tập viên.' })
    const second = (await submit(school, 'giaovien', edited)).body.banTrinh.id as number
    expect(codes(await approve(school, 'vanphong', edited, second))).toEqual(['SELF_REVIEW'])
    await principal.patch(account, { vaiTro: ['bienTapVien', 'vanThu'] })
  })
})

describe('sensitivity', () => {
  it('once submitted as high it stays high, whoever says otherwise and whatever topic is taken off', async () => {
    const sensitive = (await (await school.as('vanphong')).get(`/api/chu-de?where[mucNhayCam][equals]=cao`)).body.docs[0].id
    for (const high of [{ mucNhayCam: 'cao' }, { chuDe: [sensitive] }]) {
      const story = await buildStory(school)
      const id = await createStory(school, 'giaovien', { ...story, ...high })
      await submit(school, 'giaovien', id)
      for (const who of ['giaovien', 'vanphong', 'hieutruong'] as const)
        await (await school.as(who)).patch(`/api/tin-bai/${id}`, { mucNhayCam: 'thuong', chuDe: story.chuDe, tomTat: `Hạ mức ${who}` })
      const again = await submit(school, 'giaovien', id)
      const frozen = await (await school.as('vanphong')).get(`/api/ban-trinh/${again.body.banTrinh.id}`)
      expect([frozen.body.mucNhayCam, frozen.body.buoc.at(-1).vaiTro]).toEqual(['cao', 'nguoiPhatNgon'])
    }
  })
})

describe('an address', () => {
  it('chosen twice before either is live is the first one’s; the second is told while it is submitted, not at its approver', async () => {
    const { id, banTrinh } = await atTheGate(school, { slug: 'cung-mot-cho' })
    const second = await createStory(school, 'giaovien', { slug: 'cung-mot-cho' })
    const refused = await submit(school, 'giaovien', second)
    expect([refused.status, codes(refused)]).toEqual([422, ['SLUG_TAKEN']])
    expect(refused.body.errors[0].message).toContain('đang chờ duyệt')
    expect((await approve(school, 'phohieutruong', id, banTrinh)).status).toBe(200)
    const { rows } = await school.sql.query(`select count(*)::int as n from ban_dang where slug = 'cung-mot-cho'`)
    expect(rows[0].n).toBe(1)
  })

  it('of a withdrawn story is not taken by another', async () => {
    const { id, slug } = await publishStory(school, { slug: 'da-go-roi' })
    await act(school, 'phohieutruong', 'go', id, { lyDo: 'gỡ' })
    const other = await createStory(school, 'giaovien', { slug })
    expect(codes(await submit(school, 'giaovien', other))).toEqual(['SLUG_TAKEN'])
    const look = await submit(school, 'giaovien', await createStory(school, 'giaovien', { slug: 'dа-go-roi' }))
    const { rows } = await school.sql.query('select slug from ban_trinh where id = $1', [look.body.banTrinh?.id ?? 0])
    expect(rows[0]?.slug ?? '').toMatch(/^[a-z0-9-]*$/)
    expect(rows[0]?.slug).not.toBe(slug)
  })
})
