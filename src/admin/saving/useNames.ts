'use client'
/** Names of the documents a field points to, asked as this person may read them. */
import { useConfig } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { namedFields, type Field, type Names } from './fieldText.ts'
import type { Values } from './saves.ts'

const idsIn = (value: unknown): unknown[] =>
  [value]
    .flat()
    .map((one) => (one !== null && typeof one === 'object' ? (one as { id?: unknown }).id : one))
    .filter((id) => id !== null && id !== undefined)

export function useNames(fields: readonly Field[], texts: readonly Values[]): Names {
  const { getEntityConfig } = useConfig()
  const [known, setKnown] = useState<Record<string, string>>({})
  const asked = namedFields(fields).flatMap((field) =>
    typeof field.relationTo === 'string' ? texts.flatMap((text) => idsIn(text[field.name!]).map((id) => `${field.relationTo as string}/${String(id)}`)) : [],
  )
  const all = [...new Set(asked)].toSorted().join(' ')
  useEffect(() => {
    for (const address of all.split(' ').filter((one) => one !== '')) {
      const title = getEntityConfig({ collectionSlug: address.split('/')[0]! })?.admin?.useAsTitle ?? 'id'
      void fetch(`/api/${address}?depth=0`, { credentials: 'include' })
        .then(async (response) => (response.ok ? String(((await response.json()) as Values)[title] ?? '') : ''))
        .catch(() => '')
        .then((name) => setKnown((names) => ({ ...names, [address]: name })))
    }
  }, [all, getEntityConfig])
  return (relationTo, id) => known[`${relationTo}/${String(id)}`] || '…'
}
