/** What every page of the site bears, asked once for each page that is drawn. */
import { addressIn, baseOf, GATES, type Gate } from '../../policy/gate/gates/index.ts'
import type { Settings } from '../content/edition.ts'
import { MOST_SHOWN, type Emergency } from '../content/emergency.ts'
import { planned, type Db } from './db.ts'
import { iso, LIVE } from './editions.ts'

export type SiteNow = { settings: Settings | null; khan: Emergency[]; khanConMs: number }

/** Longer than a reading waits for its connection and runs. */
const LONGEST_READING = `interval '15 seconds'`

/**
 * Rule: an emergency stands on every page until its hour, also once an ordinary edition of its document has confirmed it, and
 * never longer than the document itself. One that ended with a reason was withdrawn; so was one whose document was. Of a
 * document's emergencies the newest counts.
 */
const EMERGENCIES = `select d.bo_suu_tap, d.slug, d.tieu_de, e.created_at as luc, e.id
  from khan e, lateral (select * from ban_dang where bo_suu_tap = e.bo_suu_tap and tai_lieu = e.tai_lieu and id >= e.id and ${LIVE} limit 1) d
  where e.khan_den > ct_nay() and e.ly_do_go is null and e.bo_suu_tap = any($1::text[])
    and not exists (select 1 from ban_dang x where x.bo_suu_tap = e.bo_suu_tap and x.tai_lieu = e.tai_lieu and x.id > e.id
      and (case when x.khan_den is null then x.ly_do_go is not null else x.khan_den > ct_nay() and x.ly_do_go is null end))
  order by e.created_at desc, e.id desc limit $2`

/** Found first and by themselves: in their order the planner would look through every edition there ever was. */
const STATEMENT = `with khan as materialized (select * from ban_dang where khan_den is not null and khan_den > ct_nay() - ${LONGEST_READING})
  select (select noi_dung from ban_dang where bo_suu_tap = 'cai-dat' and ${LIVE} limit 1) as noi_dung,
  (select extract(epoch from min(khan_den) - ct_nay()) * 1000 from khan where ly_do_go is null) as con,
  (select json_agg(k order by luc desc, id desc) from (${EMERGENCIES}) k) as khan`

type Row = { bo_suu_tap: string; slug: string; tieu_de: string; luc: string }

/**
 * The settings, the newest emergencies (one more than are shown, where there are more), and for how long what is drawn now may
 * be shown: until the first emergency ends, by the gate's clock. What is drawn is read beside this: an hour that passed a
 * moment ago counts, for the page may still show its edition.
 */
export async function siteNow(db: Db, collections: readonly { gate: Gate }[] = []): Promise<SiteNow> {
  const gates = [...GATES, ...collections.map(({ gate }) => gate)].filter((gate) => baseOf(gate) !== null)
  const { rows } = await db.query(planned(STATEMENT), [gates.map((gate) => gate.slug), MOST_SHOWN + 1])
  const { noi_dung: text, con, khan } = rows[0]!
  return {
    settings: text === null ? null : (JSON.parse(String(text)) as Settings),
    khan: ((khan ?? []) as Row[]).map(({ bo_suu_tap: slug, tieu_de: tieuDe, luc, ...row }) => ({
      tieuDe,
      duongDan: addressIn(
        gates.find((gate) => gate.slug === slug)!,
        row.slug,
      )!,
      luc: iso(luc),
    })),
    khanConMs: con === null ? Infinity : Number(con),
  }
}
