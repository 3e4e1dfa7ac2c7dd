'use client'
import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'
import type { Options } from '../actions/options.ts'
import { panelWords } from '../messages/panel.ts'
import type { Language, Refused } from '../messages/sentence.ts'
import type { MucKiemTra, TraLoi } from '../policy/gate/checklist.ts'
import { callAction } from './call.ts'
import { Checklist } from './Checklist.tsx'
import { Deadline } from './Deadline.tsx'
import { ReasonForm } from './ReasonForm.tsx'
import { Refusals } from './Refusals.tsx'
import { ScheduleForm } from './ScheduleForm.tsx'
import { StateBadge } from './StateBadge.tsx'

type Props = {
  submission: { id: number; boSuuTap: string; taiLieu: number; tieuDe: string }
  options: Options
  isLatest: boolean
  /** This verdict is the last that is needed. */
  isLast: boolean
  publishes: boolean
  checklist: MucKiemTra[]
  language: Language
}

/** The verdict: checklist, opinion and three verbs, always on the submission that is on the screen. */
export const ReviewPanel = ({ submission, options, isLatest, isLast, publishes, checklist, language }: Props) => {
  const words = panelWords(language)
  const router = useRouter()
  const [answers, setAnswers] = useState<Record<string, TraLoi>>({})
  const [opinion, setOpinion] = useState('')
  const [errors, setErrors] = useState<Refused[]>([])
  const [asking, setAsking] = useState<'tra-lai' | 'tu-choi' | 'dang-khan' | 'hen-gio' | null>(null)
  const [busy, setBusy] = useState(false)
  const mayDecide = isLatest && options.viec.duyet.duoc

  const decide = async (action: 'duyet' | 'tra-lai' | 'tu-choi' | 'dang-khan', body: object): Promise<void> => {
    setBusy(true)
    setErrors([])
    const outcome = await callAction(submission.boSuuTap, submission.taiLieu, action, { banTrinh: submission.id, ...body }, words.offline)
    if (outcome.ok) {
      toast.success(outcome.trangThai === 'daDang' ? words.done.dang : outcome.trangThai === 'henGio' ? words.done['hen-gio'] : words.done[action])
      setAsking(null)
      router.refresh()
    } else setErrors(outcome.errors)
    setBusy(false)
  }

  return (
    <section className="ct-panel" aria-label={words.review}>
      <p>
        <StateBadge state={options.trangThai} words={words} />
        {options.buocCho && (
          <span className="ct-muted">
            {' '}
            · {words.waitsAt}: {options.buocCho}
          </span>
        )}
      </p>
      {isLatest && options.khanDen && <Deadline until={options.khanDen} words={words} />}
      {!isLatest && options.banTrinh && (
        <p className="ct-note">
          {words.superseded} <a href={`/admin/collections/ban-trinh/${options.banTrinh.id}`}>{words.openLatest}</a>
        </p>
      )}
      {isLatest && !mayDecide && options.buocCho !== null && options.viec.duyet.vi && <p className="ct-note">{options.viec.duyet.vi.message}</p>}
      {mayDecide && (
        <>
          <Checklist items={checklist} answers={answers} words={words} onAnswer={(ma, answer) => setAnswers((a) => ({ ...a, [ma]: answer }))} />
          {asking === null && (
            <>
              <label htmlFor="ct-opinion">{words.opinion}</label>
              <textarea id="ct-opinion" rows={2} maxLength={2000} value={opinion} onChange={(e) => setOpinion(e.target.value)} />
            </>
          )}
          <Refusals errors={errors} words={words} />
          {asking === 'hen-gio' && (
            <ScheduleForm
              verb={words.schedule}
              busy={busy}
              words={words}
              onDecide={(henGio) => void decide('duyet', { kiemTra: answers, yKien: opinion, henGio })}
              onCancel={() => setAsking(null)}
            />
          )}
          {asking === null && (
            <div className="ct-buttons">
              <button
                type="button"
                className="ct-button ct-button--main"
                disabled={busy}
                onClick={() => void decide('duyet', { kiemTra: answers, yKien: opinion })}
              >
                {busy ? words.working : publishes ? words.approveAndPublish : words.approve}
              </button>
              <button type="button" className="ct-button" disabled={busy} onClick={() => setAsking('tra-lai')}>
                {words.sendBack}
              </button>
              <button type="button" className="ct-button ct-button--danger" disabled={busy} onClick={() => setAsking('tu-choi')}>
                {words.reject}
              </button>
              {isLast && !options.khanDen && options.viec['hen-gio'].vi?.code !== 'FORBIDDEN' && (
                <button type="button" className="ct-button" disabled={busy} onClick={() => setAsking('hen-gio')}>
                  {words.approveAndSchedule}
                </button>
              )}
            </div>
          )}
          {(asking === 'tra-lai' || asking === 'tu-choi') && (
            <ReasonForm
              question={asking === 'tra-lai' ? words.sureReturn(submission.tieuDe) : words.sureReject(submission.tieuDe)}
              label={words.reason}
              verb={asking === 'tra-lai' ? words.sendBack : words.reject}
              busy={busy}
              words={words}
              initial={opinion}
              onDecide={(lyDo) => void decide(asking, { lyDo })}
              onCancel={() => setAsking(null)}
            />
          )}
        </>
      )}
      {isLatest && options.viec['dang-khan'].duoc && !options.khanDen && asking === null && (
        <div className="ct-buttons">
          <button type="button" className="ct-button" disabled={busy} onClick={() => setAsking('dang-khan')}>
            {words.publishNow}
          </button>
        </div>
      )}
      {asking === 'dang-khan' && (
        <>
          {!mayDecide && <Refusals errors={errors} words={words} />}
          <ReasonForm
            question={words.sureEmergency(submission.tieuDe)}
            label={words.reasonEmergency}
            verb={words.publishNowVerb}
            busy={busy}
            words={words}
            onDecide={(lyDo) => void decide('dang-khan', { lyDo })}
            onCancel={() => setAsking(null)}
          />
        </>
      )}
      <p className="ct-next">
        <a href="/admin">{words.backToQueue}</a>
        {options.trang && <a href={options.trang}>{words.seeOnSite}</a>}
        <a href={`/admin/collections/${submission.boSuuTap}/${submission.taiLieu}`}>{words.workingCopy}</a>
      </p>
    </section>
  )
}
