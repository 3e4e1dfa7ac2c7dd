'use client'
/** The gate, above a working copy: where it stands, what you may do now, and why not otherwise. Verdicts are given elsewhere. */
import { toast, useDocumentInfo, useForm, useFormModified, useTranslation } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import type { Options } from '../actions/options.ts'
import { panelWords } from '../messages/panel.ts'
import type { Refused } from '../messages/sentence.ts'
import { moment } from '../theme/draw/dates.ts'
import { callAction } from './call.ts'
import { Deadline } from './Deadline.tsx'
import { ReasonForm } from './ReasonForm.tsx'
import { Refusals } from './Refusals.tsx'
import { ScheduleForm } from './ScheduleForm.tsx'
import { StateBadge } from './StateBadge.tsx'

export const GatePanel = () => {
  const { id, collectionSlug, title, lastUpdateTime } = useDocumentInfo()
  const { i18n } = useTranslation()
  const { submit } = useForm()
  const modified = useFormModified()
  const words = panelWords(i18n.language)
  const [options, setOptions] = useState<Options | null>(null)
  const [errors, setErrors] = useState<Refused[]>([])
  const [busy, setBusy] = useState<string | null>(null)
  const [asking, setAsking] = useState<'go' | 'thu-hoi' | 'hen-gio' | null>(null)

  const load = useCallback(async () => {
    if (!id) return
    try {
      const response = await fetch(`/api/${collectionSlug}/${id}/viec`, { credentials: 'include' })
      if (response.ok) setOptions((await response.json()) as Options)
      else setErrors(((await response.json()) as { errors?: Refused[] }).errors ?? [])
    } catch {
      setErrors([{ code: 'OFFLINE', message: words.offline }])
    }
  }, [id, collectionSlug, words])

  useEffect(() => void load(), [load, lastUpdateTime])

  if (!id || !collectionSlug) return <p className="ct-panel ct-muted">{words.saveFirst}</p>
  if (!options) {
    return (
      <div className="ct-panel" aria-busy={errors.length === 0}>
        {errors.length === 0 ? <p className="ct-muted">{words.loading}</p> : <Refusals errors={errors} words={words} />}
        {errors.length > 0 && (
          <button
            type="button"
            className="ct-button"
            onClick={() => {
              setErrors([])
              void load()
            }}
          >
            {words.retry}
          </button>
        )}
      </div>
    )
  }

  const act = async (action: 'trinh' | 'dang' | 'hen-gio' | 'go' | 'thu-hoi', body: object = {}): Promise<void> => {
    setBusy(action)
    setErrors([])
    if (action === 'trinh' && modified) await submit({ skipValidation: true, disableSuccessStatus: true })
    const cancelsNow = !options.coBanDang
    const outcome = await callAction(collectionSlug, id, action, body, words.offline)
    if (outcome.ok) {
      toast.success(action === 'go' && outcome.trangThai === 'daGo' && cancelsNow ? words.cancelled : words.done[action])
      setAsking(null)
    } else setErrors(outcome.errors)
    await load()
    setBusy(null)
  }

  const { viec, banTrinh, trangThai } = options
  const inReview = options.buocCho !== null
  const refused = (['trinh', 'duyet', 'dang', 'go', 'thu-hoi'] as const).filter((a) => !viec[a].duoc && viec[a].vi)
  // What is approved and not live yet has no page to leave: its publication is cancelled.
  const cancels = !options.coBanDang && (trangThai === 'daDuyet' || trangThai === 'henGio')
  const goVerb = cancels ? words.cancelApproval : words.withdraw
  const names = { trinh: words.submit, duyet: words.approve, dang: words.publish, go: goVerb, 'thu-hoi': words.takeBack }
  const use = trangThai === 'nhap' ? options.suDung : null
  const seen = options.coBanDang ? words.live : trangThai === 'daGo' ? words.wasWithdrawn : words.notLive

  return (
    <section className="ct-panel" aria-label={words.state}>
      <p>
        {use ? <strong>{words.pictureUse[use]}</strong> : <StateBadge state={trangThai} words={words} />}
        {inReview && (
          <span className="ct-muted">
            {' '}
            · {words.waitsAt}: {options.buocCho}
          </span>
        )}
      </p>
      <p className="ct-muted">{use ? words.pictureGate : seen}</p>
      {options.khanDen && <Deadline until={options.khanDen} words={words} />}
      {options.henGioLuc && <p className="ct-note">{words.scheduledFor(moment(options.henGioLuc))}</p>}
      {options.loiHenGio && (
        <p className="ct-note">
          <strong>{words.scheduleFailed}</strong> {options.loiHenGio.message}
        </p>
      )}
      {options.suaSauTrinh && banTrinh && <p>{words.editedSince}</p>}
      {options.lyDo && (trangThai === 'traLai' || trangThai === 'tuChoi') && (
        <p className="ct-note">
          <strong>{words.reason}:</strong> {options.lyDo}
        </p>
      )}
      <Refusals errors={errors} words={words} />
      <div className="ct-buttons">
        {viec.trinh.duoc && (!inReview || options.suaSauTrinh || modified) && (
          <button type="button" className="ct-button ct-button--main" disabled={busy !== null} onClick={() => void act('trinh')}>
            {busy === 'trinh' ? words.working : banTrinh ? words.resubmit : words.submit}
          </button>
        )}
        {viec.dang.duoc && (
          <button type="button" className="ct-button ct-button--main" disabled={busy !== null} onClick={() => void act('dang')}>
            {busy === 'dang' ? words.working : words.publish}
          </button>
        )}
        {viec['hen-gio'].duoc && asking === null && (
          <button type="button" className="ct-button" onClick={() => setAsking('hen-gio')}>
            {trangThai === 'henGio' ? words.reschedule : words.schedule}
          </button>
        )}
        {banTrinh && (
          <a className={viec.duyet.duoc ? 'ct-button ct-button--main' : 'ct-button'} href={`/admin/collections/ban-trinh/${banTrinh.id}`}>
            {viec.duyet.duoc ? words.openReview : words.viewSubmission}
          </a>
        )}
        {viec['thu-hoi'].duoc && asking === null && (
          <button type="button" className="ct-button" onClick={() => setAsking('thu-hoi')}>
            {words.takeBack}
          </button>
        )}
        {viec.go.duoc && asking === null && (
          <button type="button" className="ct-button ct-button--danger" onClick={() => setAsking('go')}>
            {goVerb}
          </button>
        )}
      </div>
      {asking === 'hen-gio' && (
        <ScheduleForm
          verb={words.schedule}
          busy={busy !== null}
          words={words}
          onDecide={(luc) => void act('hen-gio', { luc })}
          onCancel={() => setAsking(null)}
        />
      )}
      {(asking === 'go' || asking === 'thu-hoi') && (
        <ReasonForm
          question={asking !== 'go' ? words.sureTakeBack(title ?? '') : cancels ? words.sureCancel(title ?? '') : words.sureWithdraw(title ?? '')}
          label={asking === 'go' ? words.reasonPublic : null}
          verb={asking === 'go' ? goVerb : words.takeBack}
          busy={busy !== null}
          words={words}
          {...(asking === 'go' && options && !cancels ? { told: options.lyDoCongKhai } : {})}
          onDecide={(lyDo, maLyDo) => void act(asking, { lyDo, ...(maLyDo ? { maLyDo } : {}) })}
          onCancel={() => setAsking(null)}
        />
      )}
      {refused.length > 0 && (
        <details className="ct-why">
          <summary>{words.whyNot}</summary>
          <ul>
            {refused.map((a) => (
              <li key={a}>
                <strong>{names[a]}:</strong> {viec[a].vi!.message}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
