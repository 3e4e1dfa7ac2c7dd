'use client'
/** Words of an old font, as they came and as they will be; nothing is put in before the writer chose. */
import { useEffect, useRef } from 'react'
import type { EditorWords } from '../../messages/editor.ts'
import type { Preview } from '../../policy/text/paste/fonts.ts'

const SHOWN = 5

type Props = { previews: readonly Preview[]; words: EditorWords; onConvert: () => void; onKeep: () => void; onCancel: () => void }

export const OldFontPreview = ({ previews, words, onConvert, onKeep, onCancel }: Props) => {
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    first.current?.scrollIntoView({ block: 'center' })
    first.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div className="ct-pasted ct-old-font" role="alertdialog" aria-label={words.oldFontTitle}>
      <p>
        <strong>{words.oldFontTitle}</strong> {words.oldFontWhy(previews.length, [...new Set(previews.map((p) => p.font))].join(', '))}
      </p>
      <dl>
        {previews.slice(0, SHOWN).map((p, i) => (
          <div key={i}>
            <dt>{p.truoc.slice(0, 160)}</dt>
            <dd>{p.sau.slice(0, 160)}</dd>
          </div>
        ))}
      </dl>
      <div className="ct-buttons">
        <button ref={first} type="button" className="ct-button ct-button--main" onClick={onConvert}>
          {words.convert}
        </button>
        <button type="button" className="ct-button" onClick={onKeep}>
          {words.keep}
        </button>
        <button type="button" className="ct-button" onClick={onCancel}>
          {words.doNotPaste}
        </button>
      </div>
    </div>
  )
}
