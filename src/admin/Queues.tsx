/** The dashboard: what waits for this person, counted, newest waiting longest first, each a link to the place of work. */
import type { Payload, PayloadRequest, TypedUser, Where } from 'payload'
import { createLocalReq } from 'payload'
import { now } from '../database/clock.ts'
import { actorWithDelegations } from '../facts/delegations.ts'
import { panelWords, type PanelWords } from '../messages/panel.ts'
import { queuesFor } from '../policy/gate/queues.ts'
import { isAuthor } from '../policy/people/roles.ts'
import { day, moment } from '../theme/draw/dates.ts'
import { StateBadge } from './StateBadge.tsx'

type Row = {
  id: number
  tieuDe: string
  boSuuTap: string
  taiLieu: number
  trangThai: string
  banTrinh?: number | null
  banDang?: number | null
  henGioLuc?: string | null
  updatedAt: string
}
type Props = { payload: Payload; user?: TypedUser; i18n: { language: string }; searchParams?: Record<string, unknown> }
const SHOWN = 6
/** Of one queue opened by itself, a page. */
const PAGE = 50

/** What to say beside a story whose emergency edition waits to be confirmed, by the id of that edition. */
async function emergencies(req: PayloadRequest, editions: readonly number[], words: PanelWords): Promise<Map<number, string>> {
  if (editions.length === 0) return new Map()
  // overrideAccess: these files were read as the person himself; only the hour of their edition is taken from here.
  const where = { id: { in: [...editions] }, khanDen: { exists: true } } as Where
  const found = await req.payload.find({ collection: 'ban-dang', where, depth: 0, pagination: false, select: { khanDen: true }, overrideAccess: true, req })
  const at = Date.parse(await now(req))
  return new Map(
    found.docs.map((edition) => {
      const minutes = Math.floor((Date.parse(String(edition.khanDen)) - at) / 60_000)
      const until = moment(String(edition.khanDen))
      const said = minutes < 0 ? words.emergencyOver(until) : words.emergencyUntil(until, words.left(minutes))
      return [Number(edition.id), `${words.emergency} ${said}`]
    }),
  )
}

const numberOf = (value: unknown): number => (/^[1-9]\d{0,4}$/.test(String(value)) ? Number(value) : 1)

export const Queues = async ({ payload, user, i18n, searchParams }: Props) => {
  const req: PayloadRequest = await createLocalReq(user ? { user } : {}, payload)
  const actor = await actorWithDelegations(req)
  if (!actor) return null
  const words = panelWords(i18n.language)
  const all = queuesFor(actor)
  // One queue opened by itself: all that waits in it, page by page.
  const opened = all.some((queue) => queue.key === searchParams?.hang) ? String(searchParams?.hang) : null
  const page = opened === null ? 1 : numberOf(searchParams?.trang)
  const limit = opened === null ? SHOWN : PAGE
  const shown = opened === null ? all : all.filter((queue) => queue.key === opened)
  const queues = await Promise.all(
    shown.map(async (queue) => {
      const where = queue.where as Where
      const found = await payload.find({ collection: 'ho-so', where, sort: 'updatedAt', limit, page, depth: 0, overrideAccess: false, req })
      return { ...queue, total: found.totalDocs, rows: found.docs as unknown as Row[] }
    }),
  )
  const waiting = queues.filter((q) => q.total > 0)
  const deadlines = await emergencies(
    req,
    waiting.flatMap((q) => q.rows.flatMap((row) => row.banDang ?? [])),
    words,
  )
  return (
    <section className="ct-queues" aria-label={words.queues}>
      <h2>{words.queues}</h2>
      {waiting.length === 0 && <p className="ct-muted">{words.nothingWaits}</p>}
      <div className="ct-queues__grid">
        {waiting.map((queue) => (
          <div key={queue.key} className="ct-queue">
            <h3>
              {queue.own ? words.mine[queue.own] : <StateBadge state={queue.key} words={words} />} <span className="ct-count">{queue.total}</span>
            </h3>
            <ul>
              {queue.rows.map((row) => (
                <li key={row.id}>
                  <a
                    href={
                      queue.key !== 'daDuyet' && queue.key !== 'henGio' && queue.own !== 'nhap' && queue.own !== 'traLai' && row.banTrinh
                        ? `/lam-viec/doc/${row.banTrinh}`
                        : `/admin/collections/${row.boSuuTap}/${row.taiLieu}`
                    }
                  >
                    {row.tieuDe}
                  </a>{' '}
                  <span className="ct-muted">{row.henGioLuc ? moment(row.henGioLuc) : day(row.updatedAt)}</span>
                  {deadlines.has(Number(row.banDang)) && <p className="ct-note">{deadlines.get(Number(row.banDang))}</p>}
                </li>
              ))}
            </ul>
            {opened === null && queue.total > SHOWN && (
              <a href={`/admin?hang=${queue.key}`}>
                {words.all} ({queue.total})
              </a>
            )}
            {opened !== null && (
              <p className="ct-next">
                {page > 1 && <a href={`/admin?hang=${queue.key}&trang=${page - 1}`}>{words.before}</a>}
                {queue.total > page * PAGE && <a href={`/admin?hang=${queue.key}&trang=${page + 1}`}>{words.after}</a>}
                <a href="/admin">{words.backToQueue}</a>
              </p>
            )}
          </div>
        ))}
      </div>
      <p className="ct-buttons">
        {isAuthor(actor) && (
          <a className="ct-button ct-button--main" href="/lam-viec/viet">
            {words.write}
          </a>
        )}
        <a className="ct-button" href="/">
          {words.openSite}
        </a>
      </p>
    </section>
  )
}
