/** A submission as a reviewer meets it: what was frozen, who submitted it, and – for whoever holds the step – the verdict. */
import { Gutter } from '@payloadcms/ui'
import { notFound } from 'next/navigation.js'
import type { PayloadRequest } from 'payload'
import { optionsFor } from '../actions/options.ts'
import { pointsFor } from '../policy/gate/checklist.ts'
import { readQuyChe } from '../facts/quyChe.ts'
import { panelWords } from '../messages/panel.ts'
import { languageOf } from '../messages/sentence.ts'
import { addressIn } from '../policy/gate/gates/index.ts'
import type { Buoc } from '../policy/gate/steps.ts'
import { gateOf } from '../runtime.ts'
import { moment } from '../theme/draw/dates.ts'
import { ReviewPanel } from './ReviewPanel.tsx'
import { SubmissionFrame } from './SubmissionFrame.tsx'

type Submission = {
  id: number
  boSuuTap: string
  taiLieu: number
  lan: number
  slug: string
  tieuDe: string
  vanTay: string
  tenNguoiTrinh: string
  createdAt: string
  mucNhayCam: string
  loai: string
  buoc: Buoc[]
  motLanhDao?: boolean | null
}
type Verdict = { id: number; quyetDinh: string; hoTen: string; chucVu?: string; luc: string; lyDo?: string; buoc: string; tuCach?: string }

export const ReviewView = async ({ doc, initPageResult }: { doc?: Submission; initPageResult: { req: PayloadRequest } }) => {
  const { req } = initPageResult
  if (!doc?.id) return notFound()
  const words = panelWords(languageOf(req))
  const [options, quyChe, verdicts] = await Promise.all([
    optionsFor(req, gateOf(req.payload, doc.boSuuTap), doc.taiLieu),
    readQuyChe(req),
    req.payload.find({
      collection: 'phieu-duyet',
      where: { banTrinh: { equals: doc.id } },
      sort: 'id',
      depth: 0,
      pagination: false,
      overrideAccess: false,
      req,
    }),
  ])
  const isLatest = options.banTrinh?.id === doc.id
  const isLast = options.buocCho !== null && doc.buoc.at(-1)?.ten === options.buocCho
  const facts: [string, string][] = [
    [words.submittedBy, doc.tenNguoiTrinh],
    [words.at, moment(doc.createdAt)],
    [words.submission, String(doc.lan)],
    [words.address, addressIn(gateOf(req.payload, doc.boSuuTap), doc.slug) ?? '–'],
    [words.fingerprint, doc.vanTay.slice(0, 8)],
  ]
  return (
    <Gutter className="ct-review">
      <div className="ct-review__text">
        <p className="ct-muted">{words.frozen}</p>
        <SubmissionFrame src={`/api/ban-trinh/${doc.id}/xem`} title={doc.tieuDe} words={{ ground: words.ground, grounds: words.grounds }} />
      </div>
      <div className="ct-review__side">
        <dl className="ct-facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {doc.mucNhayCam === 'cao' && <p className="ct-note">▲ {words.sensitive}</p>}
        {doc.motLanhDao && <p className="ct-note">{words.oneLeader}</p>}
        {verdicts.docs.length > 0 && (
          <>
            <h3>{words.verdicts}</h3>
            <ul className="ct-verdicts">
              {(verdicts.docs as unknown as Verdict[]).map((v) => (
                <li key={v.id}>
                  <strong>{words.decisions[v.quyetDinh] ?? v.quyetDinh}</strong> – {[v.chucVu, v.hoTen].filter(Boolean).join(' ')}
                  {v.tuCach === 'uyQuyen' && ` (${words.byDelegation})`}, {moment(v.luc)}
                  {v.lyDo && <blockquote>{v.lyDo}</blockquote>}
                </li>
              ))}
            </ul>
          </>
        )}
        <ReviewPanel
          submission={{ id: doc.id, boSuuTap: doc.boSuuTap, taiLieu: doc.taiLieu, tieuDe: doc.tieuDe }}
          options={options}
          isLatest={isLatest}
          isLast={isLast}
          publishes={isLast && (quyChe.dangNgay || options.khanDen !== null)}
          checklist={pointsFor(quyChe.kiemTra, doc)}
          language={languageOf(req)}
        />
      </div>
    </Gutter>
  )
}
