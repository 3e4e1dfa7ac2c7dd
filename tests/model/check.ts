/** After every step: what is public is, byte for byte, what the model says it must be, and nothing of the record disagrees. */
import type pg from 'pg'
import { expect } from 'vitest'
import type { Client } from '../support/client.ts'
import { expected, type Model } from './world.ts'

export async function check(model: Model, visitor: Client, sql: pg.Pool): Promise<void> {
  for (const doc of model.docs) {
    const found = await visitor.get(`/api/ban-dang?where[boSuuTap][equals]=tin-bai&where[taiLieu][equals]=${doc.id}&depth=0`)
    const must = expected(model, doc)
    expect({ doc: doc.id, public: found.body.docs.map((d: { noiDung: string }) => d.noiDung) }).toEqual({ doc: doc.id, public: must === null ? [] : [must] })
    const slug = await slugOf(doc.id, sql)
    if (slug !== null) {
      const page = await visitor.get(`/bai/${slug}`)
      expect([page.status, must !== null]).toEqual([must === null ? 410 : 200, must !== null])
      if (must !== null) expect(page.text).toContain((JSON.parse(must) as { tomTat: string }).tomTat)
    } else expect(must).toBeNull()
    const file = await sql.query('select trang_thai, ban_trinh_id from ho_so where bo_suu_tap = $1 and tai_lieu = $2', ['tin-bai', doc.id])
    expect([doc.id, file.rows[0].trang_thai, file.rows[0].ban_trinh_id]).toEqual([doc.id, doc.state, doc.submissions.at(-1)?.id ?? null])
    const transitions = await sql.query(`select count(*)::int as n from nhat_ky where bo_suu_tap = 'tin-bai' and tai_lieu = $1`, [doc.id])
    expect(transitions.rows[0].n).toBe(doc.rows)
  }
}

async function slugOf(id: number, sql: pg.Pool): Promise<string | null> {
  const { rows } = await sql.query(`select slug from ban_dang where bo_suu_tap = 'tin-bai' and tai_lieu = $1 order by id desc limit 1`, [id])
  return rows[0] ? (rows[0].slug as string) : null
}
