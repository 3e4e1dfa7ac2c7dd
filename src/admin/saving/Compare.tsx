'use client'
/** Two texts of a document side by side, field by field where they differ; on a phone one below the other. */
import { useConfig, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useId } from 'react'
import type { SavingWords } from '../../messages/saving.ts'
import { labelOf, namedFields, textOf, type Field } from './fieldText.ts'
import type { Values } from './saves.ts'
import { useNames } from './useNames.ts'
import { Words } from './Words.tsx'

export type Side = 'mine' | 'theirs'
type Props = {
  mine: Values
  theirs: Values
  names: Record<Side, string>
  /** Names of the fields that differ. */
  differ: readonly string[]
  /** What is chosen of each; left out, nothing is chosen. */
  chosen?: Record<string, Side>
  onChoose?: (field: string, side: Side) => void
  words: SavingWords
}

export const Compare = ({ mine, theirs, names, differ, chosen, onChoose, words }: Props) => {
  const { collectionSlug = '' } = useDocumentInfo()
  const { getEntityConfig } = useConfig()
  const { i18n } = useTranslation()
  const id = useId()
  const fields = namedFields((getEntityConfig({ collectionSlug })?.fields ?? []) as Field[])
  const nameOf = useNames(fields, [mine, theirs])
  return differ.map((name) => {
    const field = fields.find((f) => f.name === name)
    const label = labelOf(field?.label, i18n.language, name)
    const texts = { mine: textOf(mine[name], field, words, i18n.language, nameOf), theirs: textOf(theirs[name], field, words, i18n.language, nameOf) }
    return (
      <fieldset key={name} className="ct-compare">
        <legend>{label}</legend>
        {(['theirs', 'mine'] as const).map((side) => (
          <div key={side} className="ct-side">
            {onChoose ? (
              <label className="ct-choice">
                <input
                  type="radio"
                  name={`${id}-${name}`}
                  value={side}
                  checked={chosen?.[name] === side}
                  aria-label={words.take(names[side], label)}
                  onChange={() => onChoose(name, side)}
                />
                <strong>{names[side]}</strong>
              </label>
            ) : (
              <strong>{names[side]}</strong>
            )}
            <Words text={texts[side]} other={texts[side === 'mine' ? 'theirs' : 'mine']} words={words} />
          </div>
        ))}
      </fieldset>
    )
  })
}
