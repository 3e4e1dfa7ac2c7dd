/**
 * Looks at every live edition that was not yet found good, as a set: none is passed over for its number, none stops the next.
 * What is provably false leaves the site; what cannot be judged, or is false in numbers, is an alarm and a halt of
 * publishing, and takes nothing down. What appears while it watches is not shown before it was found good.
 */
import { createLocalReq, type Payload } from 'payload'
import { giuLai, thaLai } from '../actions/giuLai.ts'
import { goGiaMao } from '../actions/goGiaMao.ts'
import { queryOutside, sql } from '../database/sql.ts'
import { authorityOf } from '../record/authority/read.ts'
import { judgeUnseen, type Judgement } from '../record/judge.ts'
import { SeenIds } from '../record/seen.ts'
import { runtimeOf } from '../runtime.ts'
import { failedJob, wentWell } from './told.ts'

const BATCH = 50
/** More than so many in one round are not believed to be forgeries, but a fault of the guard's own. */
export const MOST_ENDED = 3
export type Found = (text: string) => void

const named = (found: readonly Judgement[]): string =>
  found
    .slice(0, 10)
    .map((one) => `${one.id} (${one.boSuuTap} ${one.taiLieu}: ${one.vi})`)
    .join(', ')

export class RecordWatch {
  private readonly seen = new SeenIds()
  /** What stood before readers when the watch began and could not be judged: it stays. */
  private readonly stood = new Set<number>()
  private count = ''
  private open = true
  private first = true
  private readonly payload: Payload
  private readonly found: Found

  constructor(payload: Payload, found: Found) {
    this.payload = payload
    this.found = found
  }

  async look(): Promise<void> {
    this.checkKeys()
    // What cannot be read of authority gives none; editions are judged all the same.
    await this.checkAuthority().catch((error: unknown) => this.cannotJudge(error))
    // Every edition that begins or ends is counted by the database itself.
    const [counted] = await queryOutside<{ so: unknown }>(this.payload, sql`select so from the_he`)
    if (!this.open && String(counted!.so) === this.count) return
    const unsettled = await this.judgeAll()
    await this.settle(unsettled)
    this.open = unsettled.length > 0
    this.count = String(counted!.so)
    this.first = false
  }

  private checkKeys(): void {
    const { keys, guard, authority } = runtimeOf(this.payload)
    const fault = keys.fault()
    if (fault) return guard.raise('khoa', `thiếu hoặc sai khoá ký của đơn vị (${fault.loai}${fault.ma ? ` ${fault.ma}` : ''})`)
    if (guard.alarms().some((alarm) => alarm.loai === 'khoa')) {
      authority.forget()
      this.open = true
    }
    guard.settle('khoa')
  }

  private cannotJudge(error: unknown): void {
    const { guard, failures } = runtimeOf(this.payload)
    failures.failed(error, { where: 'watchRecord', again: true })
    guard.raise('nhat-ky', 'các dòng nhật ký về quyền chưa đọc được')
  }

  private async checkAuthority(): Promise<void> {
    const { guard, keys } = runtimeOf(this.payload)
    if (keys.fault()) return
    const { sai, so } = await authorityOf({ payload: this.payload })
    // Rows from before the log was signed speak of a past that the seal has confirmed.
    const strange = [...sai.keys()].filter((row) => row > so.moc)
    if (strange.length > 0 && so.coPhatNgon)
      guard.raise('nhat-ky', `dòng nhật ký ${strange.slice(-10).join(', ')} về quyền không có chữ ký hợp lệ, không được tính`)
    else guard.settle('nhat-ky')
    // Announced a day before, so that whoever is not gone can say so.
    const heir = so.keNhiem
    if (heir)
      guard.raise(
        'ke-nhiem',
        `${so.nguoi.get(heir.nguoi)?.ten ?? ''} được ghi tại máy chủ là người phát ngôn kế nhiệm, có hiệu lực một ngày sau khi ghi; nếu không đúng, hãy huỷ tại máy chủ`,
      )
    else guard.settle('ke-nhiem')
  }

  private async judgeAll(): Promise<Judgement[]> {
    const unsettled: Judgement[] = []
    for (let from = 0; ;) {
      const batch = await judgeUnseen({ payload: this.payload }, this.seen, from, BATCH)
      for (const one of batch) {
        if (one.ket === 'tot' && one.giu) await this.attempt(() => this.show(one), one)
        if (one.ket === 'tot' || one.ket === 'daKetThuc') this.seen.add(one.id)
        else unsettled.push(one)
      }
      if (batch.length < BATCH) return unsettled
      from = batch.at(-1)!.id
      // Readers go first: one batch, then a breath.
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  private async settle(unsettled: readonly Judgement[]): Promise<void> {
    const { guard } = runtimeOf(this.payload)
    const forged = unsettled.filter((one) => one.ket === 'sai')
    const unknown = unsettled.filter((one) => one.ket === 'khongRo')
    if (unknown.length > 0) guard.raise('khongXet', `${unknown.length} bản đăng chưa xét được: ${named(unknown)}`)
    else guard.settle('khongXet')
    const many = forged.length > MOST_ENDED
    const standing: Judgement[] = []
    for (const one of forged) if (!many && !(await this.attempt(() => this.end(one), one))) standing.push(one)
    if (many) guard.raise('giaMao', `${forged.length} bản đăng cùng lúc không có phiếu duyệt hợp lệ, không bản nào bị gỡ tự động: ${named(forged)}`)
    else if (standing.length > 0) guard.raise('giaMao', `bản đăng không có phiếu duyệt hợp lệ mà chưa gỡ được: ${named(standing)}`)
    else guard.settle('giaMao')
    if (this.first) for (const one of unsettled) this.stood.add(one.id)
    for (const one of many ? unsettled : unknown) if (!one.an && !this.stood.has(one.id)) await this.attempt(() => this.hide(one), one)
  }

  private async end(one: Judgement): Promise<void> {
    await this.act(goGiaMao, one)
    this.found(`bản đăng ${one.id} (${one.boSuuTap} ${one.taiLieu}) không có phiếu duyệt hợp lệ, đã gỡ khỏi trang`)
  }

  private async show(one: Judgement): Promise<void> {
    await this.act(thaLai, one)
    this.found(`bản đăng ${one.id} (${one.boSuuTap} ${one.taiLieu}) bị ẩn mà có đủ phiếu duyệt hợp lệ, đã hiện lại`)
  }

  private async hide(one: Judgement): Promise<void> {
    await this.act(giuLai, one)
    this.found(`bản đăng ${one.id} (${one.boSuuTap} ${one.taiLieu}) chưa xét được, tạm ẩn khỏi trang`)
  }

  private act = async (action: typeof giuLai, one: Judgement): Promise<null> => action(await createLocalReq({}, this.payload), one)

  /** A loop over what others put there survives each of it. */
  private async attempt(work: () => Promise<unknown>, one: Judgement): Promise<boolean> {
    return work().then(
      () => true,
      (error: unknown) => {
        failedJob(this.payload, `watchRecord edition ${one.id}`)(error)
        return false
      },
    )
  }
}

/** Watches until the returned function is called. */
export function watchRecord(payload: Payload, found: Found, everyMs = 2000): () => void {
  const watch = new RecordWatch(payload, found)
  let running = false
  const look = (): void => {
    if (running) return
    running = true
    void watch
      .look()
      .then(() => wentWell(payload, 'watchRecord'), failedJob(payload, 'watchRecord'))
      .finally(() => (running = false))
  }
  look()
  const timer = setInterval(look, everyMs)
  return () => clearInterval(timer)
}
