/**
 * A gate describes one gated collection as data: the allow-list of fields readers may see and what each
 * must satisfy. The frozen submission holds exactly what these rules name, nothing else.
 */
import type { Issue } from '../../issues.ts'
import type { VaiTro } from '../../people/roles.ts'

export type FieldRule = {
  name: string
  required?: boolean
  /** The field exists only where another one says this; elsewhere it is neither needed nor frozen. */
  when?: { field: string; is: string }
} & (
  | { kind: 'text'; max: number }
  | { kind: 'oneOf'; values: readonly string[] }
  | { kind: 'flag' }
  | { kind: 'number' }
  | { kind: 'date' }
  /** A day of the calendar of Việt Nam, frozen as `2026-11-20`. */
  | { kind: 'day' }
  /** `2026-2027` */
  | { kind: 'schoolYear' }
  | { kind: 'richText' }
  | { kind: 'colour' }
  /** A path of this site (`/…`) or a full web address. */
  /** `web`: of another site, by https alone. */
  | { kind: 'address'; web?: true }
  /** `together`: what stands in the way of submitting its frozen fields, beyond what each asks of its own. */
  | { kind: 'group'; fields: readonly FieldRule[]; together?: (inside: { [name: string]: unknown }, field: string) => Issue[] }
  | { kind: 'rows'; fields: readonly FieldRule[]; max: number }
  /** One or several documents of another gated collection, frozen as the live edition names them. */
  | { kind: 'live'; to: string; many?: boolean }
  /** One or several pictures or files, frozen by the SHA-256 of their bytes; `only`: a PDF, or a picture. */
  | { kind: 'media'; many?: boolean; only?: 'tep' | 'anh' }
  /** The file of this document itself (collection `tu-lieu`). */
  | { kind: 'file' }
)

/** Words in both languages of the panel; Vietnamese is what a school sees first. */
export type Words = { vi: string; en: string }

export type Gate = {
  slug: string
  /** What people call one of it, and several. */
  labels: { one: Words; many: Words }
  /** Field that names the document to people. */
  title: string
  /** Fields its address is made of where nobody chose one; the title alone by default. */
  slugFrom?: readonly string[]
  /** Addresses that are the site's own. */
  reserved?: readonly string[]
  /** Field naming the kind of item, where the collection has kinds; steps may apply to some kinds only. */
  kindField?: string
  fields: readonly FieldRule[]
  /** Relations to people whose valid consent is needed; never public. */
  consents?: { field: string; requiredForKinds: readonly string[] }
  /** Which roles may edit every document of this collection (an author may edit his own where `authors` is set). */
  editors: readonly VaiTro[]
  authors?: readonly VaiTro[]
  /** A role that receives some kinds and may edit them. */
  receives?: { role: VaiTro; kind: string }
  /** Any account may read the working copies (names of topics and units). */
  readableByAccounts?: boolean
  /** Only one document exists. */
  single?: boolean
  /** Path of the public page below the site, `:slug` replaced; null where editions have no page of their own. */
  page: string | null
  /** Text of other documents may link to it. */
  linkTarget?: true
  /** The site's search finds it: under this name, or under the names of its kinds. The database's search knows the same list. */
  search?: { ten: string } | 'byKind'
  /** Counted as this for units, people and classes (src/policy/ledger). The database counts the same list. */
  credited?: 'tinBai' | 'tuLieu'
  /** The relation of stories that names it: lists and feeds of stories are narrowed by it. */
  narrows?: 'chuDe' | 'donVi'
}

const EDITORS: readonly VaiTro[] = ['bienTapVien', 'nguoiDuyet', 'nguoiPhatNgon']
const WRITERS: readonly VaiTro[] = ['congTacVien', 'dauMoi', 'vanThu', ...EDITORS]
export { EDITORS, WRITERS }
