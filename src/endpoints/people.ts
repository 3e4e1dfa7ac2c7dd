/** Thin doors to what is done with accounts: invite, invite anew, leave, come back, ask for roles, grant and refuse them. */
import type { Endpoint, PayloadRequest } from 'payload'
import { moi, moiLai } from '../actions/moi.ts'
import { nghi, troLai, vuongMac } from '../actions/nghi.ts'
import { tinhTrang } from '../actions/tinhTrang.ts'
import { capVaiTro, tuChoiVaiTro, xinVaiTro } from '../actions/vaiTro.ts'
import { guarded } from './guarded.ts'
import { readBody } from './body.ts'

type Work = (req: PayloadRequest, id: unknown, body: Record<string, unknown>) => Promise<unknown>

/** What is told once is kept by nobody in between. */
const door = (path: string, work: Work): Endpoint => ({
  path,
  method: 'post',
  handler: guarded(async (req) => Response.json(await work(req, req.routeParams?.id, await readBody(req)), { headers: { 'Cache-Control': 'no-store' } })),
})

export const peopleEndpoints: Endpoint[] = [
  door('/moi', (req, _id, body) => moi(req, body)),
  door('/:id/moi-lai', (req, id) => moiLai(req, id)),
  door('/:id/nghi', nghi),
  door('/:id/tro-lai', (req, id) => troLai(req, id)),
  door('/:id/xin-vai-tro', xinVaiTro),
  door('/vai-tro/:id/cap', capVaiTro),
  door('/vai-tro/:id/tu-choi', tuChoiVaiTro),
  { path: '/:id/tinh-trang', method: 'get', handler: guarded(async (req) => Response.json(await tinhTrang(req, req.routeParams?.id))) },
  { path: '/:id/vuong-mac', method: 'get', handler: guarded(async (req) => Response.json(await vuongMac(req, req.routeParams?.id))) },
]
