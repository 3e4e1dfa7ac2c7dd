/**
 * congTruong(options) adds the gate to a Payload config: its collections, the record, the regulation and the
 * panel's parts. It returns a new config and leaves the one it was given alone.
 */
import { join } from 'node:path'
import type { CollectionConfig, Config, Plugin } from 'payload'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { keepAuthority } from './database/accountWrites.ts'
import { tellAfterCommits } from './database/afterCommit.ts'
import { CaiDat } from './collections/CaiDat.ts'
import { DongY } from './collections/DongY.ts'
import { gated } from './collections/gated.ts'
import { HoSo } from './collections/HoSo.ts'
import { ChuDe, DonVi } from './collections/names.ts'
import { NguoiDung } from './collections/NguoiDung.ts'
import { QuyChe } from './collections/QuyChe.ts'
import { BanDang, BanTrinh, NhatKy, PhieuDuyet } from './collections/record.ts'
import { TinBai } from './collections/TinBai.ts'
import { Trang } from './collections/Trang.ts'
import { TuLieu } from './collections/TuLieu.ts'
import { ThanhVien } from './collections/ThanhVien.ts'
import { UyQuyen } from './collections/UyQuyen.ts'
import { VanBan } from './collections/VanBan.ts'
import { leavingByItself } from './facts/mail.ts'
import { bundleEndpoints } from './endpoints/bundles.ts'
import { planEndpoints } from './endpoints/plan.ts'
import { permissionsEndpoint } from './endpoints/permissions.ts'
import { submissionEndpoints, type DrawSubmission } from './endpoints/submission.ts'
import { answerInPlainWords } from './hooks/afterError.ts'
import { judgeAsked, judgeAskedOfGlobal, judgeEverywhere } from './hooks/asked.ts'
import { onlyWhatOneMayRead } from './hooks/references.ts'
import { soughtBy, type Sought } from './hooks/soughtBy.ts'
import { storable, storableGlobal } from './hooks/storable.ts'
import { PANEL_VI } from './messages/panelVi.ts'
import { UPLOAD_LIMIT } from './policy/gate/pictureLimits.ts'
import { GATES, withReserved, type Gate } from './policy/gate/gates/index.ts'
import type { FieldShape } from './policy/gate/shape.ts'
import { AuthorityLog } from './record/authority/read.ts'
import { Guard } from './record/guard.ts'
import type { SchoolKeys } from './record/keys/keys.ts'
import { openKeys } from './record/keys/open.ts'
import { Failures } from './log/failures.ts'
import { schoolLogger } from './log/logger.ts'
import { mediaOf } from './media/index.ts'
import type { S3Settings } from './media/remote/shelf.ts'
import { withRuntime } from './runtime.ts'
import { drawSubmission } from './theme/pages/submission.ts'

export { GATES, type Gate } from './policy/gate/gates/index.ts'

export type CongTruongOptions = {
  /** Folder for uploads and the content-addressed store. */
  dataDir: string
  /** The Ed25519 keys that sign verdicts and the log: `schoolKeys(file)`. */
  keys: SchoolKeys
  /** A store that speaks S3, to which every kept file is carried. */
  s3?: S3Settings | null
  /** Uploads stop where less than so many bytes are free in `dataDir`; 500 MB, or a twentieth of a small disk, by default. */
  minFree?: number | null
  /** Cookies only over HTTPS; true behind TLS. */
  secureCookies?: boolean
  /** The collections to gate; the school site's own by default. A gate whose collection is in the config decorates that one. */
  gates?: readonly Gate[]
  /** Draws a submission for its reviewers; the theme's own page function by default. */
  draw?: DrawSubmission
}

const OWN: Record<string, (o: CongTruongOptions) => CollectionConfig> = {
  'tin-bai': () => TinBai,
  'tu-lieu': (o) => TuLieu(join(o.dataDir, 'tu-lieu')),
  'chu-de': () => ChuDe,
  'don-vi': () => DonVi,
  'cai-dat': () => CaiDat,
  trang: () => Trang,
  'van-ban': () => VanBan,
}

/** What Payload would write of refusals, with the words of whoever asked in it. */
const QUIET = { Forbidden: false, Locked: false, MissingFile: false, NotFound: false, QueryError: false, ValidationError: false } as const

/** The account's own fields stand beside the collection's. */
const shapesOf = (collection: CollectionConfig): FieldShape[] => [
  ...(collection.fields as FieldShape[]),
  ...(collection.auth
    ? [
        { name: 'email', type: 'email' },
        { name: 'password', type: 'text' },
      ]
    : []),
]

const textName = (field: CollectionConfig['fields'][number]): string[] => (field.type === 'text' || field.type === 'textarea' ? [field.name] : [])

/** By which of its texts a list is searched, and whether by a state. */
function soughtIn({ slug, admin, fields }: CollectionConfig): Sought {
  const named = admin?.listSearchableFields ?? [admin?.useAsTitle ?? 'id']
  const known = fields.flatMap(textName)
  const state = fields.some((field) => 'custom' in field && field.custom?.locTheo === true)
  return { slug, fields: named.filter((name) => known.includes(name)), state }
}

/** Words of a project's own stay; where it has none, ours come before Payload's. */
const panelWordsBeside = (own: NonNullable<Config['i18n']>['translations']): NonNullable<NonNullable<Config['i18n']>['translations']> =>
  ({ ...own, vi: { ...PANEL_VI, ...own?.vi } }) as NonNullable<NonNullable<Config['i18n']>['translations']>

const withCommonRules = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  // The "API" tab speaks to programmers.
  admin: { ...collection.admin, hideAPIURL: true },
  endpoints: [...(collection.endpoints || []), permissionsEndpoint(collection.slug)],
  hooks: {
    ...collection.hooks,
    // What is asked is judged first; then it is put as the database knows it.
    beforeOperation: [judgeAsked, soughtBy(soughtIn(collection)), storable(shapesOf(collection)), ...(collection.hooks?.beforeOperation ?? [])],
    // Last: what a document names is judged as it will be written.
    beforeChange: [...(collection.hooks?.beforeChange ?? []), onlyWhatOneMayRead],
  },
})

export const congTruong =
  (options: CongTruongOptions): Plugin =>
  (config: Config): Config => {
    const failures = new Failures()
    const logger = config.logger ?? schoolLogger(failures)
    const gates = withReserved(options.gates ?? GATES)
    const given = config.collections ?? []
    const gatedCollections = gates.map((gate) => {
      const collection = given.find((c) => c.slug === gate.slug) ?? OWN[gate.slug]?.(options)
      if (!collection) throw new Error(`congTruong: expected a collection "${gate.slug}" for the gate of that name, found none`)
      return gated(gate, collection, options.draw ?? drawSubmission)
    })
    const quyChe = QuyChe(gates)
    const own = [
      ...gatedCollections,
      DongY,
      NguoiDung(options.secureCookies ?? false),
      UyQuyen(gates),
      ThanhVien,
      HoSo,
      { ...BanTrinh, endpoints: submissionEndpoints(options.draw ?? drawSubmission) },
      PhieuDuyet,
      BanDang,
      NhatKy,
    ].map(withCommonRules)
    return {
      ...config,
      // Documents shown inside documents, and nothing inside those: what is asked for costs what it says.
      maxDepth: Math.min(config.maxDepth ?? 1, 1),
      defaultDepth: Math.min(config.defaultDepth ?? 1, 1),
      logger,
      // Refusals are answers; what they quote is nobody's to keep.
      loggingLevels: { ...QUIET, ...config.loggingLevels },
      onInit: async (payload) => {
        if (config.logger) failures.writeTo(payload.logger)
        await openKeys(payload, options.keys)
        await config.onInit?.(payload)
        judgeEverywhere(payload)
      },
      ...(config.email ? { email: leavingByItself(config.email) } : {}),
      db: tellAfterCommits(keepAuthority(config.db)),
      collections: [...given.filter((c) => !own.some((o) => o.slug === c.slug)), ...own],
      globals: [
        ...(config.globals ?? []),
        {
          ...quyChe,
          admin: { ...quyChe.admin, hideAPIURL: true },
          hooks: { ...quyChe.hooks, beforeOperation: [judgeAskedOfGlobal, storableGlobal(quyChe.fields as FieldShape[])] },
        },
      ],
      i18n: { ...config.i18n, translations: panelWordsBeside(config.i18n?.translations) },
      admin: {
        ...config.admin,
        user: 'nguoi-dung',
        components: {
          ...config.admin?.components,
          graphics: { Logo: 'cong-truong/admin/rsc#Logo', Icon: 'cong-truong/admin/rsc#Icon', ...config.admin?.components?.graphics },
          views: { batDau: { Component: 'cong-truong/admin/rsc#BeginView', path: '/bat-dau/:slug' }, ...config.admin?.components?.views },
          providers: ['cong-truong/admin#PlainFailures', 'cong-truong/admin#SaveKeeper', ...(config.admin?.components?.providers ?? [])],
          beforeNavLinks: ['cong-truong/admin/rsc#MenuStyle', ...(config.admin?.components?.beforeNavLinks ?? [])],
          beforeDashboard: [
            'cong-truong/admin/rsc#AlarmBand',
            'cong-truong/admin/rsc#RoleRequests',
            'cong-truong/admin/rsc#Queues',
            ...(config.admin?.components?.beforeDashboard ?? []),
          ],
        },
      },
      endpoints: [...(config.endpoints ?? []), ...bundleEndpoints, ...planEndpoints],
      upload: { ...config.upload, limits: { ...config.upload?.limits, fileSize: UPLOAD_LIMIT }, abortOnLimit: true },
      graphQL: { ...config.graphQL, disable: true },
      hooks: { ...config.hooks, afterError: [...(config.hooks?.afterError ?? []), answerInPlainWords] },
      custom: withRuntime(config.custom, {
        failures,
        keys: options.keys,
        authority: new AuthorityLog(),
        guard: new Guard(),
        proofs: new RateLimiterMemory({ points: 8, duration: 600 }),
        ...mediaOf({ dataDir: options.dataDir, secret: config.secret, minFree: options.minFree ?? null, failures, s3: options.s3 ?? null }),
        gates,
        afterEdition: new Set(),
      }),
    }
  }
