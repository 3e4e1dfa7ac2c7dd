/** Below the hooks: the adapter's own writes, the Local API without access control, and SQL with the runtime role. */
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createLocalReq } from 'payload'
import { personId, regulation } from '../support/gate.ts'
import { openSchool, withLogRow } from '../support/school.ts'
import { approve, buildStory, createStory, publishStory, submit } from '../support/stories.ts'

const school = openSchool()
const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
const RECORD = ['ban-trinh', 'phieu-duyet', 'ban-dang', 'nhat-ky'] as const
const count = async (table: string): Promise<number> => (await school.sql.query(`select count(*)::int as n from ${table}`)).rows[0].n

/** Approved to the last step, kept from readers by the regulation alone. */
async function approved(): Promise<{ id: number; banTrinh: number }> {
  await regulation(school, { dangNgay: false })
  const id = await createStory(school)
  const banTrinh = (await submit(school, 'giaovien', id)).body.banTrinh.id as number
  await approve(school, 'vanphong', id, banTrinh)
  await approve(school, 'phohieutruong', id, banTrinh)
  await regulation(school, { dangNgay: true })
  return { id, banTrinh }
}

describe('payload.db on the record', () => {
  it.each(RECORD)('%s: updateOne, updateMany, deleteOne and deleteMany are refused by grants and triggers', async (collection) => {
    await publishStory(school)
    const table = collection.replace('-', '_')
    const before = (await school.sql.query(`select md5(string_agg(t::text, '|' order by id)) as m from ${table} t`)).rows[0].m
    const { rows } = await school.sql.query(`select max(id)::int as id from ${table}`)
    const where = { id: { equals: rows[0].id } }
    const { db } = school.payload
    await expect(db.updateOne({ collection, id: rows[0].id, data: { tieuDe: 'Lén', hanhDong: 'Lén', lyDo: 'Lén' } as never })).rejects.toThrow()
    await expect(db.updateMany({ collection, where, data: { slug: 'len', tenNguoi: 'Lén', lyDo: 'Lén' } as never })).rejects.toThrow()
    await expect(db.deleteOne({ collection, where })).rejects.toThrow()
    await expect(db.deleteMany({ collection, where })).rejects.toThrow()
    await expect(db.upsert({ collection, where, data: { tieuDe: 'Lén', hanhDong: 'Lén', lyDo: 'Lén' } as never, locale: 'vi' })).rejects.toThrow()
    const after = (await school.sql.query(`select md5(string_agg(t::text, '|' order by id)) as m from ${table} t`)).rows[0].m
    expect(after).toBe(before)
  })

  it('an edition created by the adapter is refused: unapproved by its verdicts, approved by the log it lacks', async () => {
    const draft = await createStory(school)
    const waiting = (await submit(school, 'giaovien', draft)).body.banTrinh.id as number
    const ready = await approved()
    for (const banTrinh of [waiting, ready.banTrinh]) {
      const before = await count('ban_dang')
      const data = {
        banTrinh,
        boSuuTap: 'tin-bai',
        taiLieu: 1,
        lan: 1,
        slug: 'x',
        tieuDe: 'x',
        noiDung: '{}',
        vanTay: 'x',
        dangLanDau: new Date().toISOString(),
      }
      const more = { duyet: { hoTen: 'x', luc: new Date().toISOString() } }
      await expect(school.payload.db.create({ collection: 'ban-dang', data: { ...data, ...more } as never })).rejects.toThrow()
      // Payload swallows the failed COMMIT of its own transaction: what counts is that nothing is there.
      const req = await createLocalReq({}, school.payload)
      await school.payload.create({ collection: 'ban-dang', data: { ...data, ...more } as never, overrideAccess: true, req }).catch(() => null)
      expect(await count('ban_dang')).toBe(before)
    }
  })

  it('a submission and a verdict created by the adapter leave no row without the log', async () => {
    const { banTrinh } = await approved()
    const before = [await count('ban_trinh'), await count('phieu_duyet')]
    const { rows } = await school.sql.query('select * from ban_trinh where id = $1', [banTrinh])
    const b = rows[0]
    const copy = { boSuuTap: b.bo_suu_tap, taiLieu: Number(b.tai_lieu), lan: 2, slug: b.slug, tieuDe: b.tieu_de, noiDung: b.noi_dung, vanTay: b.van_tay }
    const frame = { bangChung: '{}', vanTayBangChung: sha256('{}'), buoc: b.buoc, nguoiDongGop: [1], mucNhayCam: 'thuong', nguoiTrinh: 1, tenNguoiTrinh: 'x' }
    await expect(school.payload.db.create({ collection: 'ban-trinh', data: { ...copy, ...frame } as never })).rejects.toThrow()
    const verdict = { banTrinh, vanTay: b.van_tay, vanTayKhung: 'x', buoc: 'duyet', vaiTro: 'nguoiDuyet', tuCach: 'chinhDanh', nguoi: 1, hoTen: 'x' }
    await expect(
      school.payload.db.create({
        collection: 'phieu-duyet',
        data: { ...verdict, quyetDinh: 'duyet', luc: 'x', noiDungKy: '{}', chuKy: 'x', khoa: 'x' } as never,
      }),
    ).rejects.toThrow()
    expect([await count('ban_trinh'), await count('phieu_duyet')]).toEqual(before)
  })
})

describe('payload.db on working copies', () => {
  it.each(['create', 'createVersion', 'updateVersion', 'upsert'] as const)('%s never stores the switch as published', async (write) => {
    const id = await createStory(school)
    const { db } = school.payload
    const { rows } = await school.sql.query('select max(id)::int as id from _tin_bai_v where parent_id = $1', [id])
    const version = { _status: 'published', tieuDe: 'Lén' }
    const instant = new Date().toISOString()
    const at = { createdAt: instant, updatedAt: instant }
    const writes = {
      create: () => db.create({ collection: 'tin-bai', data: version as never }),
      createVersion: () => db.createVersion({ collectionSlug: 'tin-bai', parent: id, versionData: version, autosave: false, ...at } as never),
      updateVersion: () => db.updateVersion({ collection: 'tin-bai', id: rows[0].id, versionData: { version, ...at }, locale: 'vi' } as never),
      upsert: () => db.upsert({ collection: 'tin-bai', where: { id: { equals: id } }, data: version as never, locale: 'vi' }),
    }
    await expect(writes[write]()).rejects.toThrow()
    const stored = await school.sql.query(
      `select (select count(*) from tin_bai where _status = 'published') + (select count(*) from _tin_bai_v where version__status = 'published') as n`,
    )
    expect(Number(stored.rows[0].n)).toBe(0)
  })

  it('deleteOne and deleteMany do not take away a submitted document; truncate takes nothing away', async () => {
    const { id } = await publishStory(school)
    const where = { id: { equals: id } }
    await expect(school.payload.db.deleteOne({ collection: 'tin-bai', where })).rejects.toThrow()
    await expect(school.payload.db.deleteMany({ collection: 'tin-bai', where })).rejects.toThrow()
    for (const table of ['tin_bai', 'tu_lieu', 'chu_de', 'don_vi', 'cai_dat', 'trang', 'van_ban', 'ho_so', 'nguoi_dung', 'uy_quyen', 'quy_che', 'dong_y'])
      await expect(school.sql.query(`truncate ${table} cascade`), table).rejects.toThrow(/permission denied|append-only/)
    expect(await count(`tin_bai where id = ${id}`)).toBe(1)
  })

  it('words written by the adapter under a live page reach no reader and no frozen submission', async () => {
    const { id, slug, banTrinh } = await publishStory(school)
    const page = (await school.visitor.get(`/bai/${slug}`)).text
    await school.payload.db.updateOne({ collection: 'tin-bai', id, data: { tieuDe: 'Lén qua bộ nối', slug: 'len' } })
    expect((await school.visitor.get(`/bai/${slug}`)).text).toBe(page)
    const { rows } = await school.sql.query('select noi_dung from ban_trinh where id = $1', [banTrinh])
    expect(rows[0].noi_dung).not.toContain('Lén')
  })
})

describe('the Local API without access control', () => {
  it('writes many at once, duplicates or restores into the open for nobody', async () => {
    const { id } = await publishStory(school)
    const req = await createLocalReq({}, school.payload)
    const all = { collection: 'tin-bai', where: { id: { greater_than: 0 } }, overrideAccess: true, req } as const
    await expect(school.payload.update({ ...all, data: { tieuDe: 'x' } })).rejects.toThrow(/từng/)
    await expect(school.payload.delete(all)).rejects.toThrow(/từng/)
    await expect(school.payload.duplicate({ collection: 'tin-bai', id, overrideAccess: true, req })).rejects.toThrow()
    await expect(school.payload.delete({ collection: 'tin-bai', id, overrideAccess: true, req: await createLocalReq({}, school.payload) })).rejects.toThrow(
      /sổ duyệt|xoá/i,
    )
    const published = { ...(await buildStory(school)), _status: 'published' }
    await expect(
      school.payload.create({ collection: 'tin-bai', data: published as never, overrideAccess: true, req: await createLocalReq({}, school.payload) }),
    ).rejects.toThrow(/duyệt/)
  })

  it('makes no account, no role and no delegation for nobody', async () => {
    const id = await personId(school, 'giaovien')
    const data = { hoTen: 'X', email: 'x@thpt.example', password: 'mot-mat-khau-dai', vaiTro: ['nguoiPhatNgon'], kichHoat: true }
    const local = async () => ({ overrideAccess: true, req: await createLocalReq({}, school.payload) })
    await expect(school.payload.create({ collection: 'nguoi-dung', data: data as never, ...(await local()) })).rejects.toThrow()
    await expect(school.payload.update({ collection: 'nguoi-dung', id, data: { vaiTro: ['nguoiPhatNgon'] }, ...(await local()) })).rejects.toThrow()
    await expect(school.payload.update({ collection: 'nguoi-dung', id, data: { email: 'y@thpt.example' }, ...(await local()) })).rejects.toThrow()
    await expect(school.payload.delete({ collection: 'nguoi-dung', id, ...(await local()) })).rejects.toThrow()
    const user = await school.payload.findByID({ collection: 'nguoi-dung', id: await personId(school, 'quantri') })
    const asAdmin = await createLocalReq({ user: { ...user, collection: 'nguoi-dung' } }, school.payload)
    await expect(
      school.payload.update({ collection: 'nguoi-dung', id, data: { vaiTro: ['nguoiDuyet'] }, overrideAccess: true, req: asAdmin }),
    ).rejects.toThrow()
  })
})

describe('SQL with the runtime role', () => {
  it('a second edition, other content under an approved fingerprint, and a submission out of turn are refused', async () => {
    const { id, banTrinh } = await publishStory(school)
    await expect(school.sql.query('insert into ban_dang (ban_trinh_id) values ($1)', [banTrinh])).rejects.toThrow(/ban_dang_ban_trinh_idx/)
    const columns = 'bo_suu_tap, tai_lieu, slug, tieu_de, bang_chung, van_tay_bang_chung, buoc, nguoi_dong_gop, muc_nhay_cam, nguoi_trinh, ten_nguoi_trinh'
    const copy = (noiDung: string, lan: string): Promise<unknown> =>
      school.sql.query(
        `insert into ban_trinh (${columns}, van_tay, noi_dung, lan) select ${columns}, van_tay, ${noiDung}, ${lan} from ban_trinh where id = $1`,
        [banTrinh],
      )
    await expect(copy(`replace(noi_dung, 'Đoạn đầu', 'Đoạn lén')`, 'lan + 1')).rejects.toThrow(/ban_trinh_van_tay/)
    await expect(copy('noi_dung', 'lan')).rejects.toThrow(/without gaps/)
    await expect(copy('noi_dung', 'lan + 2')).rejects.toThrow(/without gaps/)
    await expect(copy('noi_dung', 'lan + 1')).rejects.toThrow(/no row of the log/)
    const other = await createStory(school)
    await expect(school.sql.query(`update ho_so set ban_trinh_id = $1 where bo_suu_tap = 'tin-bai' and tai_lieu = $2`, [banTrinh, other])).rejects.toThrow(
      /latest submission of its document/,
    )
    expect(await count(`ban_dang where tai_lieu = ${id} and bo_suu_tap = 'tin-bai'`)).toBe(1)
  })

  it('the file is not turned against its own past: sensitivity, contributors, submission, edition, document', async () => {
    const id = await createStory(school, 'giaovien', { mucNhayCam: 'cao' })
    await submit(school, 'giaovien', id)
    const set = (change: string): Promise<unknown> => school.sql.query(`update ho_so set ${change} where bo_suu_tap = 'tin-bai' and tai_lieu = $1`, [id])
    await expect(set(`muc_nhay_cam = 'thuong'`)).rejects.toThrow(/never lowered/)
    await expect(set(`muc_nhay_cam = null`)).rejects.toThrow(/never lowered/)
    await expect(set(`nguoi_dong_gop = '[]'`)).rejects.toThrow(/contributors/)
    await expect(set(`nguoi_dong_gop = null`)).rejects.toThrow(/contributors|null/)
    await expect(set(`ban_trinh_id = null`)).rejects.toThrow(/latest submission/)
    await expect(set(`ban_dang_id = (select min(id) from ban_dang)`)).rejects.toThrow(/live edition/)
    await expect(set(`tai_lieu = 999999`)).rejects.toThrow(/stays with its document/)
    await expect(school.sql.query(`delete from ho_so where bo_suu_tap = 'tin-bai' and tai_lieu = $1`, [id])).rejects.toThrow(/never deleted/)
    await expect(
      school.sql.query(`insert into ho_so (bo_suu_tap, tai_lieu, trang_thai) select bo_suu_tap, tai_lieu, 'daDuyet' from ho_so where tai_lieu = $1`, [id]),
    ).rejects.toThrow(/unique/)
  })

  it('a lower sensitivity in a new submission is refused, with a row of the log too', async () => {
    const id = await createStory(school, 'giaovien', { mucNhayCam: 'cao' })
    const banTrinh = (await submit(school, 'giaovien', id)).body.banTrinh.id as number
    const columns = 'bo_suu_tap, tai_lieu, slug, tieu_de, noi_dung, van_tay, bang_chung, van_tay_bang_chung, nguoi_dong_gop, nguoi_trinh, ten_nguoi_trinh'
    const lower = withLogRow(school, { hanhDong: 'trinh', taiLieu: id }, async (sql) => {
      const made = await sql.query(
        `insert into ban_trinh (${columns}, lan, muc_nhay_cam, buoc) select ${columns}, 2, 'thuong', '[{"ma":"duyet","vaiTro":"nguoiDuyet"}]' from ban_trinh where id = $1 returning id`,
        [banTrinh],
      )
      return { result: null, chiTiet: { banTrinh: made.rows[0].id } }
    })
    await expect(lower).rejects.toThrow(/never lowered/)
  })

  it('gives itself no wider rights and no other clock', async () => {
    for (const statement of [
      'create or replace function ct_nay() returns timestamptz language sql as $$ select now() $$',
      'create or replace function ct_lock(text, numeric) returns void language sql as $$ select $$',
      `set session_replication_role = replica`,
      'set role chu_so_huu',
      'alter table tin_bai drop constraint tin_bai_khong_xuat_ban',
      'drop trigger ct_ban_dang on ban_dang',
      'create table public.ban_dang_2 (id int)',
      `update payload_migrations set name = 'x'`,
    ])
      await expect(school.sql.query(statement), statement).rejects.toThrow()
    // PostgreSQL warns instead of refusing here.
    await school.sql.query('grant update, delete on ban_trinh to current_user')
    const { rows } = await school.sql.query(`select has_table_privilege('ban_trinh', 'UPDATE') or has_table_privilege('ban_trinh', 'DELETE') as wider`)
    expect(rows[0].wider).toBe(false)
  })

  it('a function of the same name in a schema of its own is not the one the triggers call', async () => {
    const id = await createStory(school)
    const banTrinh = (await submit(school, 'giaovien', id)).body.banTrinh.id
    const connection = await school.sql.connect()
    try {
      await connection.query('set search_path = pg_temp, public')
      await connection.query('create temp table phieu_duyet as select * from public.phieu_duyet')
      await connection.query('create function pg_temp.ct_refuse(text) returns void language sql as $$ select $$')
      await expect(connection.query('insert into public.ban_dang (ban_trinh_id) values ($1)', [banTrinh])).rejects.toThrow(/no approval/)
    } finally {
      connection.release(true)
    }
  })
})
