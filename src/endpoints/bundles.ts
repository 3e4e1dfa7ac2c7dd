/** `/api/goi-trinh`: thin doors to bundles. */
import type { Endpoint, PayloadRequest } from 'payload'
import { decideGoi, draftGoi, openGoi } from '../actions/duyetGoi.ts'
import { trinhGoi } from '../actions/trinhGoi.ts'
import { languageOf, sentence } from '../messages/sentence.ts'
import { listText } from '../policy/keys/assertion.ts'
import type { Issue } from '../policy/issues.ts'
import { readBody } from './body.ts'
import { guarded } from './guarded.ts'

const said = (issues: readonly Issue[], req: PayloadRequest): ReturnType<typeof sentence>[] => issues.map((i) => sentence(i, languageOf(req)))
const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

const decide = (verb: 'duyet' | 'tra-lai'): Endpoint => ({
  path: `/goi-trinh/:id/${verb}`,
  method: 'post',
  handler: guarded(async (req) => {
    const body = await readBody(req)
    if (body.nhap === true) {
      const { seal, texts } = await draftGoi(req, req.routeParams?.id, verb, body)
      return Response.json({ vanBan: texts, ky: listText(texts), luc: seal.luc, sau: seal.sau })
    }
    const done = await decideGoi(req, req.routeParams?.id, verb, body)
    return Response.json({ ketQua: done.map((one) => ('issues' in one ? { ...one, issues: undefined, errors: said(one.issues, req) } : one)) })
  }),
})

export const bundleEndpoints: Endpoint[] = [
  {
    path: '/goi-trinh',
    method: 'post',
    handler: guarded(async (req) => {
      const { ten, taiLieu, khaiTruong } = await readBody(req)
      const done = await trinhGoi(req, { ten: textOf(ten) || 'Gói trình', taiLieu, khaiTruong: khaiTruong === true })
      return Response.json({ ...done, thieu: done.thieu.map(({ issues, ...one }) => ({ ...one, errors: said(issues, req) })) })
    }),
  },
  {
    path: '/goi-trinh/:id',
    method: 'get',
    handler: guarded(async (req) => {
      const { goi, muc } = await openGoi(req, req.routeParams?.id)
      return Response.json({ ...goi, taiLieu: muc })
    }),
  },
  decide('duyet'),
  decide('tra-lai'),
]
