/** `POST /api/ke-hoach/nhap`: a file, or `{html}` or `{chu}`, read as a plan of `namHoc`; nothing is saved. */
import { addDataAndFileToRequest, type Endpoint } from 'payload'
import { planKeeper } from '../actions/plan/change.ts'
import { now } from '../database/clock.ts'
import { readSentPlan } from '../facts/plan/readSent.ts'
import { refuse } from '../messages/refusal.ts'
import { issue } from '../policy/issues.ts'
import { LONGEST_HTML } from '../policy/plan/fromHtml.ts'
import { schoolYearOf, spanOfYear } from '../policy/time/schoolYear.ts'
import { guarded } from './guarded.ts'

const text = (value: unknown): string => (typeof value === 'string' ? value.slice(0, LONGEST_HTML) : '')

export const planEndpoints: Endpoint[] = [
  {
    path: '/ke-hoach/nhap',
    method: 'post',
    custom: { takesFile: true },
    handler: guarded(async (req) => {
      const keeper = await planKeeper(req)
      await addDataAndFileToRequest(req)
      const sent = (req.data ?? {}) as Record<string, unknown>
      const namHoc = text(sent.namHoc) || schoolYearOf(Date.parse(await now(req)))
      if (spanOfYear(namHoc) === null) throw refuse(issue('INVALID_VALUE', 'namHoc', { goiY: '2026-2027' }))
      const pasted = { tep: req.file ? Buffer.from(req.file.data) : null, html: text(sent.html), chu: text(sent.chu) }
      return Response.json(await readSentPlan(req.payload, pasted, namHoc, keeper.id))
    }),
  },
]
