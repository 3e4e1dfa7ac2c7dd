/**
 * Every form of the panel, as every role that may write it, saves empty, half filled, full and emptied again, with the very
 * body the panel sends: its own form state, reduced by its own code. A new form, field or role is found by itself.
 */
import { createLocalReq, type Field, type PayloadRequest } from 'payload'
import { reduceFieldsToValues } from 'payload/shared'
import { beforeAll, describe, expect, it } from 'vitest'
import { PEOPLE, type PersonKey } from '../../src/demo/people.ts'
import type { Answer, Client } from '../support/client.ts'
import { monthOf } from '../../src/policy/time/schoolYear.ts'
import { openSchool } from '../support/school.ts'

const school = openSchool()
type Plain = Record<string, unknown>
type Form = { slug: string; fields: Field[]; isGlobal: boolean; upload: boolean }
type State = Record<string, { value?: unknown; rows?: unknown[]; disableFormData?: boolean }>

/** What the panel's browser holds for these values of a form, and what it sends of it. */
async function posted(req: PayloadRequest, form: Form, data: Plain, operation: 'create' | 'update', emptied = false): Promise<Plain> {
  const { fieldSchemasToFormState } = await import('@payloadcms/ui/forms/fieldSchemasToFormState')
  const { getSchemaMap } = await import('@payloadcms/ui/utilities/getSchemaMap')
  const name = form.isGlobal ? { globalSlug: form.slug } : { collectionSlug: form.slug }
  const state = (await fieldSchemasToFormState({
    ...name,
    data: { ...data },
    fields: form.fields,
    fieldSchemaMap: getSchemaMap({ ...name, config: school.payload.config, i18n: req.i18n } as never),
    operation,
    permissions: true,
    preferences: { fields: {} },
    req,
    schemaPath: form.slug,
    renderAllFields: false,
    skipValidation: true,
  } as never)) as unknown as State
  if (emptied) empty(state, form.fields)
  return reduceFieldsToValues(state as never, true) as Plain
}

/** As the panel's reducer leaves a form whose every field was cleared: rows taken away, values unset. */
function empty(state: State, fields: readonly Field[], under = ''): void {
  for (const field of fields) {
    const path = `${under}${'name' in field ? field.name : ''}`
    const there = state[path]
    if (field.type === 'group' && 'name' in field) empty(state, field.fields, `${path}.`)
    if (!there || !('name' in field) || ['kichHoat', 'vaiTro'].includes(path)) continue
    if (field.type === 'array' || field.type === 'blocks') {
      for (const inside of Object.keys(state)) if (inside.startsWith(`${path}.`)) delete state[inside]
      Object.assign(there, { value: 0, rows: [], disableFormData: false })
    } else if (['text', 'textarea'].includes(field.type)) there.value = ''
    else if (field.type === 'checkbox') there.value = false
    else if (!('required' in field && field.required)) there.value = 'hasMany' in field && field.hasMany ? [] : null
  }
}

const RICH = {
  root: {
    type: 'root',
    format: '',
    indent: 0,
    version: 1,
    direction: null,
    children: [
      {
        type: 'paragraph',
        format: '',
        indent: 0,
        version: 1,
        direction: null,
        textFormat: 0,
        textStyle: '',
        children: [{ type: 'text', text: 'Một đoạn.', format: 0, detail: 0, mode: 'normal', style: '', version: 1 }],
      },
    ],
  },
}
let turn = 0
let delegate: number
/** Values a person could have typed, where its name asks for more than its kind. */
const BY_NAME: Record<string, () => unknown> = {
  mauChinh: () => '#12463f',
  mauLienKet: () => '#7a1f57',
  email: () => `thu${(turn += 1)}@thpt.example`,
  tenMien: () => `mien${(turn += 1)}.edu.vn`,
  mien: () => `lien-ket${(turn += 1)}.gov.vn`,
  ma: () => `ma${(turn += 1)}`,
  slug: () => `duong-dan-${(turn += 1)}`,
  duongDan: () => '/tin-tuc',
  hoTen: () => `Lò Văn Mẫu ${(turn += 1)}`,
  namHoc: () => '2026-2027',
  chuViec: () => 5,
  truongDonVi: () => 10,
  vanPhong: () => 15,
  tu: () => '2027-02-04',
  den: () => '2027-02-12',
  tuThang: () => monthOf(Date.now()),
  denThang: () => monthOf(Date.now()),
  tuNgay: () => new Date().toISOString(),
  denNgay: () => new Date(Date.now() + 86_400_000).toISOString(),
  thuHoiLuc: () => undefined,
  nguoiDuocUyQuyen: () => delegate,
  // Whom a step may name is the regulation's own rule (presets.int).
  nguoi: () => undefined,
}
const known: Record<string, number | undefined> = {}

function filled(field: Field): unknown {
  if (!('name' in field)) return undefined
  const own = BY_NAME[field.name]
  if (own) return own()
  switch (field.type) {
    case 'text':
    case 'textarea':
      return `Chữ ${(turn += 1)}`
    case 'number':
      return field.min ?? 1
    case 'checkbox':
      return true
    case 'date':
      return '2026-11-20T00:00:00.000Z'
    case 'select': {
      const [first] = field.options.map((o) => (typeof o === 'string' ? o : o.value))
      return field.hasMany ? [first] : first
    }
    case 'relationship':
    case 'upload': {
      // Which of them fit is the field's to say.
      if (field.filterOptions) return undefined
      const id = known[String(field.relationTo)]
      return id === undefined ? undefined : field.hasMany ? [id] : id
    }
    case 'richText':
      return RICH
    case 'group':
      return fill(field.fields, () => true)
    case 'array':
      return [fill(field.fields, () => true)]
    default:
      return undefined
  }
}
const fill = (fields: readonly Field[], chosen: (at: number) => boolean): Plain =>
  Object.fromEntries(
    fields.flatMap((field, at) => ('name' in field && chosen(at) ? [[field.name, filled(field)]] : [])).filter(([, value]) => value !== undefined),
  )

let png: Uint8Array
/** Which roles' forms are walked: the one person of the school who has it. */
const people = new Map<PersonKey, { client: Client; req: PayloadRequest }>()

beforeAll(async () => {
  const sharp = (await import('sharp')).default
  png = new Uint8Array(
    await sharp({ create: { width: 40, height: 30, channels: 3, background: '#336699' } })
      .png()
      .toBuffer(),
  )
  for (const { ma } of PEOPLE) {
    const user = (await school.payload.find({ collection: 'nguoi-dung', where: { email: { equals: `${ma}@thpt.example` } }, depth: 0, overrideAccess: true }))
      .docs[0]!
    people.set(ma, { client: await school.as(ma), req: await createLocalReq({ user: { ...user, collection: 'nguoi-dung' } as never }, school.payload) })
  }
  delegate = Number(people.get('giaovien')!.req.user!.id)
  for (const [slug, table] of [
    ['don-vi', 'don_vi'],
    ['chu-de', 'chu_de'],
  ] as const)
    known[slug] = (await school.sql.query(`select min(id)::int as id from ${table}`)).rows[0].id ?? undefined
})

const allForms = (): Form[] => [
  ...Object.values(school.payload.collections)
    // Payload's own rows have no form in the panel.
    .filter(({ config }) => config.admin.hidden !== true && !config.slug.startsWith('payload-'))
    .map(({ config }) => ({ slug: config.slug, fields: config.fields, isGlobal: false, upload: Boolean(config.upload) })),
  ...school.payload.globals.config.map((config) => ({ slug: config.slug, fields: config.fields, isGlobal: true, upload: false })),
]
const may = async (who: PersonKey, form: Form, what: 'create' | 'update'): Promise<boolean> => {
  const { client } = people.get(who)!
  const { body } = await client.get('/api/access')
  const rights = (form.isGlobal ? body.globals?.[form.slug] : body.collections?.[form.slug]) as Record<string, unknown> | undefined
  return Boolean(rights?.[what])
}

/** As the panel sends a form: the values as one part of a multipart body, a file beside them. */
function send(who: PersonKey, form: Form, id: number | null, values: Plain): Promise<Answer> {
  const body = new FormData()
  body.set('_payload', JSON.stringify(values))
  if (form.upload && id === null) body.set('file', new Blob([new Uint8Array(png)], { type: 'image/png' }), `anh-${(turn += 1)}.png`)
  const path = form.isGlobal ? `/api/globals/${form.slug}` : `/api/${form.slug}${id === null ? '' : `/${id}`}`
  return people
    .get(who)!
    .client.raw(`${path}?depth=0`, { method: id === null || form.isGlobal ? 'POST' : 'PATCH', body, headers: { 'Sec-Fetch-Site': 'same-origin' } })
}

type Told = { code: string; message: string; field?: string; data?: { errors: { path: string }[] } }
/** What a form owes: fields that must be filled in and were not. Nothing else is a reason to keep anybody from saving. */
function isOwed(form: Form, values: Plain, answer: Answer): boolean {
  const errors = (answer.body?.errors ?? []) as Told[]
  // Lent authority is written once; its form says so.
  if (errors.every((error) => error.code === 'DELEGATION_KEPT') && errors.length > 0) return true
  const fields = errors.flatMap((error) => error.data?.errors.map((one) => one.path) ?? [error.field ?? '?'])
  const must = (path: string): boolean => {
    const field = form.fields.find((one) => 'name' in one && one.name === path)
    return (
      path === 'email' || (field !== undefined && 'required' in field && field.required === true) || errors.every((error) => error.code === 'MISSING_FIELD')
    )
  }
  return errors.length > 0 && fields.every((path) => must(path) && ['', 0, null, undefined].includes(values[path] as never))
}

/** One form, as one person: what was refused beyond what is owed. */
async function walk(form: Form, ma: PersonKey): Promise<string[]> {
  const { req, client } = people.get(ma)!
  // An author names a unit of his own.
  const own = (req.user as { donVi?: number | null }).donVi
  if (typeof own === 'number') known['don-vi'] = own
  Object.assign(known, { 'nguoi-dung': Number(req.user!.id), 'tu-lieu': pictures.get(ma) })
  const refused: string[] = []
  const single = form.isGlobal ? null : ((await client.get(`/api/${form.slug}?limit=1&depth=0`)).body?.docs?.[0]?.id as number | undefined)
  let id: number | null = school.payload.config.custom.congTruong.gates.some((g: { slug: string; single?: boolean }) => g.slug === form.slug && g.single)
    ? (single ?? null)
    : null
  const steps: [string, Plain, boolean][] = [
    ['trống', {}, id !== null],
    ['một nửa', fill(form.fields, (at) => at % 2 === 0), false],
    ['đầy', fill(form.fields, () => true), false],
    ['xoá trắng', {}, true],
  ]
  for (const [step, given, emptied] of steps) {
    const path = form.isGlobal ? `/api/globals/${form.slug}?depth=0` : `/api/${form.slug}/${id}?depth=0`
    const stored = id === null && !form.isGlobal ? {} : ((await client.get(path)).body as Plain)
    const values = await posted(req, form, { ...stored, ...given }, id === null ? 'create' : 'update', emptied)
    // As the panel's wire adds it (src/admin/saving/wire.ts).
    const named = stored.phienBan === undefined || id === null ? {} : { phienBan: stored.phienBan }
    const answer = await send(ma, form, id, { ...values, ...named })
    if (answer.status < 300) {
      if (!form.isGlobal) id ??= answer.body.doc.id as number
      saved += 1
    } else if (step === 'đầy' || !isOwed(form, values, answer)) refused.push(`${form.slug}, ${ma}, ${step}: ${answer.status} ${answer.text.slice(0, 300)}`)
  }
  if (form.upload && id !== null) pictures.set(ma, id)
  return refused
}

const pictures = new Map<PersonKey, number>()
let saved = 0

describe('every form of the panel', () => {
  it('saves empty, half filled, full and emptied again, as everybody who may write it', async () => {
    const walked: string[] = []
    const refused: string[] = []
    // Pictures first: who writes shows his own.
    for (const form of allForms().sort((a, b) => Number(b.upload) - Number(a.upload))) {
      for (const { ma } of PEOPLE) {
        if (!(await may(ma, form, form.isGlobal ? 'update' : 'create'))) continue
        walked.push(`${form.slug} ${ma}`)
        refused.push(...(await walk(form, ma)))
      }
    }
    expect(refused).toEqual([])
    expect(walked).toEqual(expect.arrayContaining(['cai-dat vanphong', 'quy-che hieutruong', 'nguoi-dung quantri', 'uy-quyen hieutruong', 'tin-bai lop12a1']))
    expect([walked.length > 30, saved > 100]).toEqual([true, true])
  }, 300_000)
})
