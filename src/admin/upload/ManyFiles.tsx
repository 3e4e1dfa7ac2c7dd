'use client'
/** Above the list of pictures: many at once, chosen or dropped, each with its own outcome. */
import { useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { editorWords } from '../../messages/editor.ts'
import { languageOf } from '../../messages/sentence.ts'
import { UploadRows } from './UploadRows.tsx'
import { useUploads } from './useUploads.ts'

export const ManyFiles = () => {
  const { i18n } = useTranslation()
  const words = editorWords(languageOf({ i18n }))
  const router = useRouter()
  const uploads = useUploads(words, () => router.refresh())
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  return (
    <section
      className="ct-many"
      data-over={over}
      aria-label={words.manyTitle}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        uploads.add([...event.dataTransfer.files])
      }}
    >
      <p>{words.manyHelp}</p>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          uploads.add([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      <button type="button" className="ct-button ct-button--main" onClick={() => input.current?.click()}>
        {words.manyVerb}
      </button>
      <UploadRows uploads={uploads} words={words} />
    </section>
  )
}
