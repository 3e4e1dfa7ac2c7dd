'use client'
/** One text beside another: what is only here is marked, in words too for who does not see colours. */
import { diffWordsWithSpace } from 'diff'
import { useMemo } from 'react'
import type { SavingWords } from '../../messages/saving.ts'

/** Beyond so many differences comparing costs more than it tells. */
const MOST_EDITS = 1500

type Props = { text: string; other: string; words: SavingWords }

export const Words = ({ text, other, words }: Props) => {
  const parts = useMemo(() => diffWordsWithSpace(other, text, { maxEditLength: MOST_EDITS, timeout: 300 }), [text, other])
  if (text === '') return <p className="ct-muted">{words.empty}</p>
  if (!parts) return <p className="ct-text">{text}</p>
  return (
    <p className="ct-text">
      {parts.filter((part) => !part.removed).map((part, i) => (part.added ? <mark key={i}>{part.value}</mark> : <span key={i}>{part.value}</span>))}
    </p>
  )
}
