/** The verbs of the gate. Endpoints, the panel, jobs, seeds and tests call these and nothing else. */
import type { PayloadRequest } from 'payload'
import type { Gate } from '../policy/gate/gates/index.ts'
import type { HanhDong } from '../policy/gate/states.ts'
import type { Answer } from './case.ts'
import { dang } from './dang.ts'
import { dangKhan } from './dangKhan.ts'
import { duyet } from './duyet.ts'
import { go } from './go.ts'
import { henGio } from './henGio.ts'
import { thuHoi, traLai, tuChoi } from './refuseSubmission.ts'
import { trinh } from './trinh.ts'

export type Action = (req: PayloadRequest, gate: Gate, id: unknown, body: Record<string, unknown>) => Promise<Answer>

export const ACTIONS: Record<HanhDong, Action> = {
  trinh,
  duyet,
  'tra-lai': traLai,
  'tu-choi': tuChoi,
  dang,
  'hen-gio': henGio,
  'dang-khan': dangKhan,
  go,
  'thu-hoi': thuHoi,
}
export type { Answer } from './case.ts'
