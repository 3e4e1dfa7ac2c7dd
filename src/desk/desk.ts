/**
 * schoolDesk(options): the staff's light pages as ordinary Express middleware. Drawn on the server in the site's look; forms are
 * posted and answered by a redirect; whoever is not signed in is asked to, and loses nothing he typed.
 */
import { Router, type Request, type Response } from 'express'
import { refuse } from '../messages/refusal.ts'
import { foreignForm } from '../policy/people/deskWrites.ts'
import { issue, STATUS, statusOf, type Issue } from '../policy/issues.ts'
import { html } from '../theme/draw/html.ts'
import { runtimeOf } from '../runtime.ts'
import { summaryOf } from '../forms/field.ts'
import { frame } from './draw/frame.ts'
import { sendBytes, sendData, sendPage, sendStream, sendScript, sendTo } from '../forms/answer.ts'
import { FORM_BYTES, readForm } from '../forms/read.ts'
import { personOf, type Person } from './http/person.ts'
import type { DeskOptions } from './options.ts'
import { proveIfAsked } from './proof.ts'
import { changePage, signIfAsked } from './signing/change.ts'
import { refusalIn, say } from './refusal.ts'
import type { Form, Sent } from '../forms/form.ts'
import type { DeskPage, Room, Visit } from './room.ts'
import { onAirScript } from './channels/onAir.ts'
import { ROOMS } from './rooms/index.ts'
import { backTo, keptForm, signInPage } from './rooms/signIn.ts'
import { saidOf } from './said.ts'
import { SCRIPT } from './script/index.ts'

export type { DeskOptions, SignedIn } from './options.ts'

const one = (value: string | string[] | undefined): string | null => [value].flat()[0] ?? null

/** The room at an address of the desk, and the parts of the address it names. */
function roomAt(address: string): { room: Room; params: Record<string, string> } | null {
  const asked = address.split('?', 1)[0]!.split('/')
  for (const room of ROOMS) {
    const parts = room.path.split('/')
    const fits = parts.length === asked.length && parts.every((part, i) => part === asked[i] || (part.startsWith(':') && asked[i] !== ''))
    if (fits) return { room, params: Object.fromEntries(parts.flatMap((part, i) => (part.startsWith(':') ? [[part.slice(1), asked[i]!]] : []))) }
  }
  return null
}

/** For a form that was sent: a file has none. */
async function pageOf(room: Room, visit: Visit, sent: Sent): Promise<DeskPage> {
  const page = await room.draw(visit, sent)
  if ('file' in page) throw refuse(issue('NOT_FOUND'))
  return page
}

class Desk {
  readonly #options: DeskOptions
  constructor(options: DeskOptions) {
    this.#options = options
  }

  /** Throws where a form comes from elsewhere. */
  #ownForm(req: Request): void {
    const hosts = [req.host, new URL(this.#options.siteUrl).host]
    const foreign = foreignForm({ site: one(req.headers['sec-fetch-site']), origin: one(req.headers.origin), hosts })
    if (foreign) throw refuse(foreign)
  }

  async #show(res: Response, person: Person | null, page: DeskPage, said: string | null = null): Promise<void> {
    const settings = await this.#options.settings()
    const main = [said !== null && html`<p class="da-lam" role="status">${said}</p>`, page.main]
    const drawn = frame({ settings, hoTen: person?.actor.hoTen ?? null, title: page.title, main, ...(page.wide ? { wide: true } : {}) })
    await sendPage(res, page.status ?? 200, drawn)
  }

  /** `address`: the one that is meant, where it is not the one that was asked for. */
  #visit(req: Request, { actor, own }: Person, address = req.originalUrl): Visit {
    return { request: req, options: this.#options, actor, own, query: new URL(address, 'http://localhost').searchParams }
  }

  async #redraw(res: Response, person: Person, room: Room, visit: Visit, form: Form, issues: readonly Issue[]): Promise<void> {
    const page = await pageOf(room, visit, { form, refused: say(issues) })
    await this.#show(res, person, { ...page, status: statusOf(issues), main: [summaryOf(say(issues)), page.main] })
  }

  open = (room: Room) => async (req: Request, res: Response) => {
    const person = await personOf(req, this.#options.payload, this.#options.siteUrl)
    if (!person) return this.#show(res, null, signInPage({ back: backTo(req.originalUrl), refused: [], form: null, lost: null }))
    const visit = this.#visit(req, person)
    const page = await room.draw(visit, { form: null, refused: [] })
    if ('file' in page) return sendBytes(res, page.file)
    await this.#show(res, person, page, saidOf(visit.query))
  }

  act = (room: Room) => async (req: Request, res: Response) => {
    this.#ownForm(req)
    const person = await personOf(req, this.#options.payload, this.#options.siteUrl)
    const form = await readForm(req, person ? FORM_BYTES.signedIn : FORM_BYTES.stranger)
    if (!person) return this.#show(res, null, signInPage({ back: backTo(req.originalUrl), refused: [], form: null, lost: form }))
    const visit = this.#visit(req, person)
    if (!room.act) throw refuse(issue('NOT_FOUND'))
    try {
      await proveIfAsked(visit, form)
      await signIfAsked(visit, form)
      const went = await room.act(visit, form)
      if ('kept' in went) return sendData(res, went.kept)
      if ('stream' in went) return sendStream(res, went)
      return 'to' in went ? sendTo(res, went.to) : await this.#show(res, person, went)
    } catch (error) {
      const issues = refusalIn(error)
      // What is nobody's to mend on this page – no such thing, no service – is a page of its own.
      if (issues === null || issues.some(({ code }) => [401, 404].includes(STATUS[code]) || STATUS[code] >= 500)) throw error
      const toSign = issues.some(({ code }) => code === 'CHANGE_SIGNATURE') ? await changePage(visit, form, error) : null
      await (toSign ? this.#show(res, person, toSign) : this.#redraw(res, person, room, visit, form, issues))
    }
  }

  signIn = async (req: Request, res: Response) => {
    this.#ownForm(req)
    const form = await readForm(req, FORM_BYTES.stranger * 3)
    const back = backTo(form.text('ve'))
    const done = await this.#options.signIn(req, { email: form.text('email'), password: form.all('password')[0] ?? '' })
    if ('issues' in done) {
      const page = signInPage({ back, refused: say(done.issues), form, lost: null })
      return this.#show(res, null, { ...page, status: statusOf(done.issues) })
    }
    const kept = keptForm(form)
    const found = kept && roomAt(back)
    if (!kept || !found) return sendTo(res, back, done.cookies)
    const { room, params } = found
    req.params = params
    // Nothing is sent off by itself: the page stands again as it was typed, for its own button.
    res.setHeader('Set-Cookie', [...done.cookies])
    req.headers.cookie = done.cookies.map((cookie) => cookie.split(';', 1)[0]).join('; ')
    const person = await personOf(req, this.#options.payload, this.#options.siteUrl)
    if (!person) throw refuse(issue('UNAUTHENTICATED'))
    const visit = this.#visit(req, person, back)
    const page = await pageOf(room, visit, { form: kept, refused: [] })
    await this.#show(res, person, page, 'Bạn đã đăng nhập lại. Hãy xem những gì vừa gõ rồi bấm nút lần nữa; tệp đã chọn thì chọn lại.')
  }

  signOut = async (req: Request, res: Response) => {
    this.#ownForm(req)
    const { cookies } = await this.#options.signOut(req)
    sendTo(res, '/lam-viec/dang-nhap?da=thoat', cookies)
  }

  signInPage = async (req: Request, res: Response) => {
    const person = await personOf(req, this.#options.payload, this.#options.siteUrl)
    if (person) return sendTo(res, '/lam-viec')
    const { searchParams } = new URL(req.originalUrl, 'http://localhost')
    await this.#show(res, null, signInPage({ back: '/lam-viec', refused: [], form: null, lost: null }), saidOf(searchParams))
  }

  /** Every failure of the desk is a page: what happened and what to do next. */
  fail = async (error: unknown, req: Request, res: Response): Promise<void> => {
    if (res.headersSent || req.socket.destroyed) return void res.destroy()
    const { failures } = runtimeOf(this.#options.payload)
    const refused = refusalIn(error)
    const ma = refused === null ? failures.failed(error) : null
    const issues = refused ?? [issue('INTERNAL', undefined, ma === null ? undefined : { ma })]
    const person = statusOf(issues) >= 500 ? null : await personOf(req, this.#options.payload, this.#options.siteUrl).catch(() => null)
    if (statusOf(issues) === 413) res.set('Connection', 'close')
    const title = statusOf(issues) === 404 ? 'Không có trang này' : 'Chưa làm được'
    const drawn = frame({
      // Drawn without the site's settings where they may be what failed.
      settings: await this.#options.settings().catch(() => null),
      hoTen: person?.actor.hoTen ?? null,
      title,
      main: html`${summaryOf(say(issues))}<p><a href="/lam-viec">Về việc của tôi</a></p>`,
    })
    await sendPage(res, statusOf(issues), drawn)
  }
}

/** `/phat-thanh/<slug>`: the sheet for the microphone, for whoever is signed in. */
export function schoolOnAir(options: DeskOptions): Router {
  const desk = new Desk(options)
  const { failures } = runtimeOf(options.payload)
  const router = Router({ caseSensitive: true })
  router.get('/:slug', (req, res) =>
    failures.during({ request: req, route: '/phat-thanh', where: 'desk', id: null }, () =>
      desk
        .open(onAirScript)(req, res)
        .catch((error: unknown) => desk.fail(error, req, res)),
    ),
  )
  return router
}

export function schoolDesk(options: DeskOptions): Router {
  const desk = new Desk(options)
  const { failures } = runtimeOf(options.payload)
  const router = Router({ caseSensitive: true })
  const guarded = (work: (req: Request, res: Response) => Promise<void>) => (req: Request, res: Response) =>
    failures.during({ request: req, route: '/lam-viec', where: 'desk', id: null }, () => work(req, res).catch((error: unknown) => desk.fail(error, req, res)))
  router.get(
    SCRIPT.path.replace(/^\/lam-viec/, ''),
    guarded((_req, res) => sendScript(res, SCRIPT.text)),
  )
  router.get('/dang-nhap', guarded(desk.signInPage))
  router.post('/dang-nhap', guarded(desk.signIn))
  router.post('/dang-xuat', guarded(desk.signOut))
  for (const room of ROOMS) {
    const path = room.path.replace(/^\/lam-viec/, '') || '/'
    router.get(path, guarded(desk.open(room)))
    if (room.act) router.post(path, guarded(desk.act(room)))
  }
  router.use(
    guarded(async () => {
      throw refuse(issue('NOT_FOUND'))
    }),
  )
  return router
}
