/** Whoever holds the database's runtime password: writes rows past the actions, with the log rows the database asks for. */
import { generateKeyPairSync } from 'node:crypto'
import type pg from 'pg'
import { canonicalText, sha256 } from '../../src/policy/gate/fingerprint.ts'
import { signText } from '../../src/record/keys/signature.ts'
import type { Place } from './school.ts'

export type Forged = { taiLieu: number; banDang: number; slug: string }

async function inOne<T>(school: Place, work: (sql: pg.PoolClient) => Promise<T>): Promise<T> {
  const sql = await school.sql.connect()
  try {
    await sql.query('begin')
    const done = await work(sql)
    await sql.query('commit')
    return done
  } catch (error) {
    await sql.query('rollback')
    throw error
  } finally {
    sql.release()
  }
}

/** A page nobody approved, of a document that need not be there, with every row of the log; `wait`: seconds between number and commit. */
export async function forgePage(school: Place, taiLieu: number, { wait = 0, khoa = 'x' } = {}): Promise<Forged> {
  const slug = `gia-mao-${taiLieu}`
  const noiDung = canonicalText({
    boSuuTap: 'tin-bai',
    taiLieu,
    slug,
    loai: 'tin',
    tieuDe: `Giả mạo ${taiLieu}`,
    noiDung: [{ type: 'paragraph', children: [{ type: 'text', text: 'Không ai duyệt.' }] }],
  })
  const chuKy = signText(noiDung, generateKeyPairSync('ed25519').privateKey)
  return inOne(school, async (sql) => {
    const one = async (statement: string, values: unknown[]): Promise<number> => Number((await sql.query(statement, values)).rows[0].id)
    const { rows } = await sql.query(`select id from nguoi_dung where email like 'phohieutruong@%'`)
    const log = (viec: string, detail: object): Promise<unknown> =>
      sql.query(`insert into nhat_ky (hanh_dong, nguoi, ten_nguoi, bo_suu_tap, tai_lieu, chi_tiet) values ($1, $2, 'x', 'tin-bai', $3, $4)`, [
        viec,
        rows[0].id,
        taiLieu,
        JSON.stringify(detail),
      ])
    const banTrinh = await one(
      `insert into ban_trinh (bo_suu_tap, tai_lieu, lan, loai, slug, tieu_de, noi_dung, van_tay, bang_chung, van_tay_bang_chung, buoc, da_qua, nguoi_dong_gop, muc_nhay_cam, nguoi_trinh, ten_nguoi_trinh)
       values ('tin-bai', $1, 1, 'tin', $2, 'x', $3, $4, '{}', $5, '[{"ma":"duyet","ten":"Duyệt","vaiTro":"nguoiDuyet"}]', '[]', '[1]', 'thuong', 1, 'x') returning id`,
      [taiLieu, slug, noiDung, sha256(noiDung), sha256('{}')],
    )
    const phieu = await one(
      `insert into phieu_duyet (ban_trinh_id, van_tay, van_tay_khung, buoc, vai_tro, tu_cach, nguoi, ho_ten, chuc_vu, quyet_dinh, kiem_tra, phien_ban_kiem_tra, ly_do, luc, noi_dung_ky, chu_ky, khoa)
       values ($1, $2, 'x', 'duyet', 'nguoiDuyet', 'chinhDanh', $3, 'x', 'x', 'duyet', '{}', 1, '', 'x', 'x', $4, $5) returning id`,
      [banTrinh, sha256(noiDung), rows[0].id, chuKy, khoa],
    )
    const banDang = await one(`insert into ban_dang (ban_trinh_id) values ($1) returning id, pg_sleep($2)`, [banTrinh, wait])
    await log('trinh', { banTrinh })
    await log('duyet', { phieu })
    await log('dang', { banDang })
    return { taiLieu, banDang, slug }
  })
}

/** A row of authority as the service would write it, but for the signature; it may bear one that was copied. */
export async function forgeAuthority(
  school: Place,
  statement: string,
  values: unknown[],
  row: { hanhDong: string; nguoi: number; taiLieu: number | null; chiTiet: object },
): Promise<void> {
  await inOne(school, async (sql) => {
    await sql.query(statement, values)
    await sql.query(
      `insert into nhat_ky (hanh_dong, nguoi, ten_nguoi, bo_suu_tap, tai_lieu, chi_tiet) select $1, $2::int, (select ho_ten from nguoi_dung where id = $2::int), 'nguoi-dung', $3, $4`,
      [row.hanhDong, row.nguoi, row.taiLieu, JSON.stringify(row.chiTiet)],
    )
  })
}
