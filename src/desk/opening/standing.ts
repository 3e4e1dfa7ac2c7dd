/** How far an opening is, read from what is there and nothing else. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../../database/sql.ts'
import { refuse } from '../../messages/refusal.ts'
import { issue } from '../../policy/issues.ts'
import { holds } from '../../policy/people/roles.ts'
import { presetNamed, type Preset } from '../../presets/index.ts'
import { isOpened } from '../../record/goiTrinh.ts'
import type { Visit } from '../room.ts'
import type { StepKey } from './steps.ts'

/** The office types, whoever speaks for the institution decides, the administrator invites. */
export function mustOpen({ actor }: Visit): void {
  if (!holds(actor, 'nguoiPhatNgon', 'bienTapVien', 'nguoiDuyet', 'quanTriKyThuat')) throw refuse(issue('NOT_FOUND'))
}

export type Standing = {
  preset: Preset | null
  opened: boolean
  units: number
  topics: number
  people: number
  settings: Record<string, unknown> | null
  done: Record<StepKey, boolean>
  /** The newest bundle of the opening, where one was submitted. */
  goi: number | null
}

export const LEGAL = ['coQuanChuQuan', 'diaChi', 'dienThoai', 'email', 'nguoiChiuTrachNhiem'] as const

export async function settingsOf(req: PayloadRequest): Promise<Record<string, unknown> | null> {
  // overrideAccess: the opening shows it to whoever was let into its rooms; writing it asks the person's own right.
  const found = await req.payload.find({ collection: 'cai-dat', limit: 1, depth: 0, overrideAccess: true, req })
  return (found.docs[0] as unknown as Record<string, unknown> | undefined) ?? null
}

export async function standingOf({ own }: Visit): Promise<Standing> {
  const req = await own()
  const rows = await query<{ preset: string | null; units: number; topics: number; people: number; goi: number | null }>(
    req,
    sql`select (select preset from quy_che limit 1) as preset,
          (select count(*)::int from don_vi) as units, (select count(*)::int from chu_de) as topics,
          (select count(*)::int from nguoi_dung n where exists (select 1 from nguoi_dung_vai_tro v where v.parent_id = n.id and v.value::text not in ('nguoiPhatNgon', 'quanTriKyThuat'))) as people,
          (select max(id) from goi_trinh where khai_truong) as goi`,
  )
  const { preset, units, topics, people, goi } = rows[0]!
  const settings = await settingsOf(req)
  const opened = await isOpened(req)
  const isSet = (name: string): boolean => typeof settings?.[name] === 'string' && settings[name] !== ''
  return {
    preset: presetNamed(preset),
    opened,
    units,
    topics,
    people,
    settings,
    goi,
    done: {
      loai: presetNamed(preset) !== null,
      'nhan-dien': isSet('tenTruong'),
      'don-vi': units > 0,
      nguoi: people > 0,
      'chu-de': topics > 0,
      'chan-trang': LEGAL.every(isSet),
      trinh: opened,
    },
  }
}
