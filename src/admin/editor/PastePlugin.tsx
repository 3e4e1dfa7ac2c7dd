'use client'
/** What is pasted or dropped into a text: cleaned here, without asking the server; what was left out is said in one sentence. */
import { $createUploadNode } from '@payloadcms/richtext-lexical/client'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import {
  $getRoot,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  DROP_COMMAND,
  PASTE_COMMAND,
  type LexicalEditor,
} from '@payloadcms/richtext-lexical/lexical'
import { $insertNodeToNearestRoot } from '@payloadcms/richtext-lexical/lexical/utils'
import { useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { editorWords } from '../../messages/editor.ts'
import { languageOf } from '../../messages/sentence.ts'
import { nodesToInsert, pastedHtml, pastedText, type Pasted } from '../../policy/text/paste/paste.ts'
import { insertNodes } from './insert.ts'
import { OldFontPreview } from './OldFontPreview.tsx'
import { UploadRows } from '../upload/UploadRows.tsx'
import { useUploads } from '../upload/useUploads.ts'

type Whole = Extract<Pasted, { nodes: unknown }>

/** An address pasted over chosen words becomes their link: that is the editor's own. */
const isLinkOverWords = (text: string): boolean => {
  const selection = $getSelection()
  return /^https?:\/\/\S+$/.test(text.trim()) && $isRangeSelection(selection) && !selection.isCollapsed()
}

const hexId = (): string => [...crypto.getRandomValues(new Uint8Array(12))].map((b) => b.toString(16).padStart(2, '0')).join('')

const showPicture = (editor: LexicalEditor, id: number): void =>
  editor.update(() => {
    if ($getSelection() === null) $getRoot().selectEnd()
    $insertNodeToNearestRoot($createUploadNode({ data: { id: hexId(), fields: {}, relationTo: 'tu-lieu', value: id } }))
  })

export const PastePlugin = () => {
  const [editor] = useLexicalComposerContext()
  const { i18n } = useTranslation()
  const words = editorWords(languageOf({ i18n }))
  const [said, setSaid] = useState<string | null>(null)
  const [asked, setAsked] = useState<Whole | null>(null)
  const uploads = useUploads(words, (id) => showPicture(editor, id))
  const { add } = uploads

  const put = (pasted: Whole, convert: boolean): void => {
    const whole = insertNodes(editor, nodesToInsert(pasted.nodes, convert))
    setAsked(null)
    setSaid([words.leftOut(pasted.leftOut), whole ? null : words.noTableInCell].filter(Boolean).join(' ') || null)
  }

  useEffect(() => {
    const take = (pasted: Pasted): void => {
      if ('tooLong' in pasted) return setSaid(words.tooLong(pasted.tooLong.chu))
      if (pasted.fonts.length > 0) return setAsked(pasted)
      put(pasted, false)
    }
    const onPaste = (event: unknown): boolean => {
      const data = event instanceof ClipboardEvent ? event.clipboardData : null
      if (!data || !editor.isEditable() || data.types.includes('application/x-lexical-editor')) return false
      const html = data.getData('text/html')
      const text = data.getData('text/plain')
      const files = [...data.files]
      if ((html === '' && text === '' && files.length === 0) || (html === '' && isLinkOverWords(text))) return false
      ;(event as ClipboardEvent).preventDefault()
      const pasted = html === '' ? pastedText(text) : pastedHtml(html)
      const empty = 'nodes' in pasted && pasted.nodes.length === 0
      // A picture copied from a page comes as a file too.
      if (files.length > 0 && empty) add(files)
      else take(pasted)
      return true
    }
    const onDrop = (event: unknown): boolean => {
      const files = event instanceof DragEvent ? [...(event.dataTransfer?.files ?? [])] : []
      if (files.length === 0 || !editor.isEditable()) return false
      ;(event as DragEvent).preventDefault()
      add(files)
      return true
    }
    const offs = [editor.registerCommand(PASTE_COMMAND, onPaste, COMMAND_PRIORITY_HIGH), editor.registerCommand(DROP_COMMAND, onDrop, COMMAND_PRIORITY_HIGH)]
    return () => offs.forEach((off) => off())
  })

  return (
    <>
      {asked && (
        <OldFontPreview
          previews={asked.fonts}
          words={words}
          onConvert={() => put(asked, true)}
          onKeep={() => put(asked, false)}
          onCancel={() => setAsked(null)}
        />
      )}
      {said && (
        <div className="ct-pasted" role="status">
          <p>{said}</p>
          <button type="button" className="ct-button" onClick={() => setSaid(null)}>
            {words.close}
          </button>
        </div>
      )}
      <UploadRows uploads={uploads} words={words} />
    </>
  )
}
