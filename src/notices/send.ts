/**
 * Mail of what was told. Claimed for five minutes, so that two processes never send one twice; a mail server that is slow, away
 * or says no loses nothing and holds nobody up. Each mail has a name of its own: a repeated one is recognised by whoever gets it.
 */
import { createLocalReq, type Payload } from 'payload'
import { query, queryOutside, sql } from '../database/sql.ts'
import { readReviewers } from '../facts/people.ts'
import { linkTo, post, type Sent } from '../facts/mail.ts'
import { noticeMail, type Told } from '../messages/notices.ts'
import { isAwaited, isOwnWord } from '../policy/gate/authority.ts'
import { isFinal, waitAfter } from '../policy/notices/mail.ts'
import { LOAI_BAO, type LoaiBao } from '../policy/notices/notice.ts'
import { runtimeOf } from '../runtime.ts'
import { standingOf } from './facts.ts'
import type { Failed } from './failed.ts'

const BATCH = 100
/** Longer than one round of a slow mail server. */
const LEASE = '15 minutes'

type Due = {
  id: unknown
  nguoi: number
  loai: string
  tieu_de: string
  loi: string
  dan: string
  thu_lan: number
  ban_trinh: number | null
  email: string
  ho_ten: string | null
  con: boolean
}

/** `con`: it still matters – not read, not decided, the account open. */
const claim = (payload: Payload): Promise<Due[]> =>
  queryOutside<Due>(
    payload,
    sql`with due as (
          select id from hop_thu where thu in ('cho', 'tongHop') and thu_sau <= ct_nay() order by thu_sau limit ${BATCH} for update skip locked
        ), taken as (
          update hop_thu t set thu_sau = ct_nay() + ${LEASE}::interval, thu_lan = thu_lan + 1 from due where due.id = t.id
          returning t.id, t.nguoi, t.loai, t.tieu_de, t.loi, t.dan, t.thu_lan, t.ban_trinh, t.doc_luc
        )
        select k.id, k.nguoi, k.loai, k.tieu_de, k.loi, k.dan, k.thu_lan, k.ban_trinh, n.email, n.ho_ten,
          n.kich_hoat and k.doc_luc is null and (
            k.loai not in ('cho', 'choKhan', 'khanSapHet') or k.ban_trinh is null
            or exists (select 1 from ho_so h where h.ban_trinh_id = k.ban_trinh and h.trang_thai like 'cho%')
          ) as con
        from taken k join nguoi_dung n on n.id = k.nguoi order by k.id`,
  )

const settle = (payload: Payload, ids: readonly number[], thu: 'da' | 'khong'): Promise<unknown> =>
  queryOutside(payload, sql`update hop_thu set thu = ${thu}, thu_luc = ct_nay(), thu_loi = null where id in ${[...ids]}`)

/** Tried again later, or given up; either is seen in the inbox and by the administrator. */
async function putOff(payload: Payload, due: readonly Due[], failed: Extract<Sent, { ok: false }>): Promise<void> {
  const why = failed.ma.slice(0, 200)
  for (const { id, thu_lan: attempts } of due) {
    const wait = isFinal(failed.responseCode) || failed.uncertain ? null : waitAfter(attempts)
    await queryOutside(
      payload,
      wait === null
        ? sql`update hop_thu set thu = 'bo', thu_luc = ct_nay(), thu_loi = ${why} where id = ${Number(id)}`
        : sql`update hop_thu set thu_sau = ct_nay() + ${`${wait} milliseconds`}::interval, thu_loi = ${why} where id = ${Number(id)}`,
    )
  }
}

const isKnown = (loai: string): loai is LoaiBao => (LOAI_BAO as readonly string[]).includes(loai)

async function sendTo(payload: Payload, due: readonly Due[]): Promise<Sent> {
  const ids = due.map(({ id }) => Number(id))
  const [{ nguoi, email, ho_ten: hoTen }] = due as [Due]
  const link = (path: string): string => linkTo({ payload, url: undefined } as never, path)
  const told = due.flatMap(({ loai, tieu_de: tieuDe, loi, dan }): Told[] => (isKnown(loai) ? [{ loai, tieuDe, loi, link: link(dan) }] : []))
  const { host } = new URL(link('/'))
  const sent = await post(
    payload,
    email,
    noticeMail(hoTen ?? '', told, link('/lam-viec/tai-khoan')),
    `<bao-${ids[0]}-${nguoi}@${host.replace(/[:[\]]/g, '.')}>`,
  )
  if (sent.ok) await settle(payload, ids, 'da')
  else await putOff(payload, due, sent)
  return sent
}

const WAITS: readonly string[] = ['cho', 'choKhan', 'khanSapHet']

/** What waits is told to whom it still waits for: a role may have been taken since. */
async function stillHis(payload: Payload, { loai, nguoi, ban_trinh: banTrinh }: Due): Promise<boolean> {
  if (!WAITS.includes(loai) || banTrinh === null) return true
  const req = await createLocalReq({}, payload)
  const [row] = await query<{ slug: string; tai_lieu: unknown }>(req, sql`select bo_suu_tap as slug, tai_lieu from ban_trinh where id = ${banTrinh}`)
  const gate = row && runtimeOf(payload).gates.find(({ slug }) => slug === row.slug)
  const standing = gate && (await standingOf(req, gate.slug, Number(row.tai_lieu)))
  const person = (await readReviewers(req)).find(({ id }) => id === Number(nguoi))
  return Boolean(standing && person && isAwaited(gate, person, standing.facts) && !isOwnWord(person, standing.facts))
}

/** Answers how many notices were due. */
export async function sendDue(payload: Payload, failed: Failed): Promise<number> {
  const due = await claim(payload)
  const allowed = new Set<Due>()
  for (const one of due) if (one.con && (await stillHis(payload, one).catch(failed(`notices right of ${String(one.id)}`)))) allowed.add(one)
  const moot = due.filter((one) => !allowed.has(one))
  if (moot.length > 0) await settle(payload, moot.map(({ id }) => Number(id)), 'khong') // prettier-ignore
  const people = new Map<number, Due[]>()
  for (const one of allowed) people.set(one.nguoi, [...(people.get(one.nguoi) ?? []), one])
  const waiting = [...people.values()]
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const sent = await sendTo(payload, next).catch(failed(`notices mail of account ${next[0]!.nguoi}`))
    // The mail server itself was not reached: nobody else is tried in this round.
    if (sent?.ok === false && sent.responseCode === undefined && !sent.uncertain) {
      await putOff(payload, waiting.flat(), sent)
      break
    }
  }
  return due.length
}

/** How the post goes: what waits, what was given up in the last week, when one last left. */
export async function postStanding(payload: Payload): Promise<{ cho: number; loi: string | null; bo: number; cuoi: string | null }> {
  const req = await createLocalReq({}, payload)
  const [row] = await query<{ cho: number; loi: string | null; bo: number; cuoi: string | null }>(
    req,
    sql`select count(*) filter (where thu in ('cho', 'tongHop'))::int as cho,
          (select thu_loi from hop_thu where thu in ('cho', 'tongHop') and thu_loi is not null order by id desc limit 1) as loi,
          count(*) filter (where thu = 'bo' and thu_luc > ct_nay() - interval '7 days')::int as bo,
          to_char(max(thu_luc) filter (where thu = 'da') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as cuoi
        from hop_thu`,
  )
  return row!
}
