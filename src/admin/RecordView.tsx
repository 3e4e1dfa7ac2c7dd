/** A row of the record as people read it; what only machines compare stands folded below. */
import { Gutter, SetStepNav } from '@payloadcms/ui'
import { notFound } from 'next/navigation.js'
import type { PayloadRequest, SanitizedCollectionConfig } from 'payload'
import type { ReactNode } from 'react'
import { namesOfPeople } from '../facts/names.ts'
import { panelWords } from '../messages/panel.ts'
import { languageOf, type Language } from '../messages/sentence.ts'
import { idsOf } from '../policy/ids.ts'
import { shownAs } from '../policy/gate/recordWords.ts'
import { runtimeOf } from '../runtime.ts'
import { inWords } from './recordValue.ts'

type Row = Record<string, unknown>
type Field = { name?: string; type: string; label?: unknown; fields?: readonly Field[]; relationTo?: unknown }
type Line = { name: string; label: string; value: ReactNode; machine: boolean }
type Known = { language: Language; people: Map<number, string>; gated: readonly string[]; words: ReturnType<typeof panelWords> }

const labelOf = (label: unknown, language: Language): string =>
  label !== null && typeof label === 'object' ? String((label as Record<string, string>)[language] ?? '') : String(label ?? '')

function valueOf({ name = '', type, relationTo }: Field, row: Row, { language, people, gated, words }: Known): ReactNode {
  const value = row[name]
  const how = shownAs(name)
  if (value === null || value === undefined || value === '') return null
  if (how === 'person' || how === 'people')
    return idsOf(value)
      .map((id) => people.get(id) ?? words.someone)
      .join(', ')
  if (how === 'document' && typeof row.boSuuTap === 'string' && gated.includes(row.boSuuTap))
    return <a href={`/admin/collections/${row.boSuuTap}/${String(value)}`}>{words.workingCopy}</a>
  if (type === 'relationship' && typeof relationTo === 'string') {
    const named = typeof value === 'object' ? (value as Row) : { id: value }
    return <a href={`/admin/collections/${relationTo}/${String(named.id)}`}>{String(named.tieuDe ?? words.viewSubmission)}</a>
  }
  if (how === 'machine') return <code>{typeof value === 'object' ? JSON.stringify(value) : String(value)}</code>
  // The steps of a submission, by name.
  if (Array.isArray(value))
    return value
      .map((one) => (one !== null && typeof one === 'object' ? String((one as Row).ten ?? '') : String(one)))
      .filter(Boolean)
      .join(', ')
  return inWords(name, value, language)
}

const linesOf = (fields: readonly Field[], row: Row, known: Known): Line[] =>
  fields.flatMap((field): Line[] => {
    if (!field.name || ['ui', 'tabs'].includes(field.type)) return []
    if (field.type === 'group') return linesOf(field.fields ?? [], (row[field.name] ?? {}) as Row, known)
    const value = valueOf(field, row, known)
    const isNumber = shownAs(field.name) === 'document' && typeof value === 'string'
    if (value === null || value === '') return []
    return [{ name: field.name, label: labelOf(field.label, known.language) || field.name, value, machine: isNumber || shownAs(field.name) === 'machine' }]
  })

const peopleIn = (fields: readonly Field[], row: Row): number[] =>
  fields.flatMap(({ name }) => (name !== undefined && ['person', 'people'].includes(shownAs(name)) ? idsOf(row[name]) : []))

const Lines = ({ lines }: { lines: readonly Line[] }) => (
  <dl className="ct-facts">
    {lines.map(({ name, label, value }) => (
      <div key={name}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)

type Props = { doc?: Row; initPageResult: { req: PayloadRequest; collectionConfig?: SanitizedCollectionConfig } }

export const RecordView = async ({ doc, initPageResult: { req, collectionConfig } }: Props) => {
  if (!doc?.id || !collectionConfig) return notFound()
  const language = languageOf(req)
  const words = panelWords(language)
  const fields = collectionConfig.fields as unknown as Field[]
  const known = { language, words, people: await namesOfPeople(req, peopleIn(fields, doc)), gated: runtimeOf(req.payload).gates.map((gate) => gate.slug) }
  const lines = linesOf(fields, doc, known)
  const titled = collectionConfig.admin.useAsTitle ?? 'id'
  const title = inWords(titled, doc[titled], language) || labelOf(collectionConfig.labels.singular, language)
  const machine = lines.filter((line) => line.machine)
  return (
    <Gutter className="ct-record">
      <SetStepNav nav={[{ label: labelOf(collectionConfig.labels.plural, language), url: `/admin/collections/${collectionConfig.slug}` }, { label: title }]} />
      <h1>{title}</h1>
      <Lines lines={lines.filter((line) => !line.machine)} />
      {machine.length > 0 && (
        <details className="ct-why">
          <summary>{words.machineMarks}</summary>
          <Lines lines={machine} />
        </details>
      )}
    </Gutter>
  )
}
