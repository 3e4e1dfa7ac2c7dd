'use client'
/** Files on their way, one after the other; none vanishes: each is there until it arrived, was refused by its reason, or was put away. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { EditorWords } from '../../messages/editor.ts'
import { UPLOAD_LIMIT } from '../../policy/gate/pictureLimits.ts'
import { send } from './send.ts'

export type Upload = {
  key: number
  file: File
  state: 'waiting' | 'sending' | 'done' | 'refused' | 'offline'
  part: number
  why: string
  id: number | null
  frames: number
  twin: number | null
}
export type Uploads = { rows: readonly Upload[]; add: (files: readonly File[]) => void; again: (key: number) => void; clear: () => void }

export function useUploads(words: Pick<EditorWords, 'offline' | 'tooHeavy'>, onDone: (id: number, file: File) => void): Uploads {
  const [rows, setRows] = useState<Upload[]>([])
  const busy = useRef(false)
  const last = useRef(0)
  const told = useRef(onDone)
  told.current = onDone

  const change = useCallback((key: number, to: Partial<Upload>) => setRows((all) => all.map((r) => (r.key === key ? { ...r, ...to } : r))), [])
  const add = useCallback(
    (files: readonly File[]) => {
      const added = files.map((file): Upload => {
        const heavy = file.size > UPLOAD_LIMIT
        return {
          key: (last.current += 1),
          file,
          state: heavy ? 'refused' : 'waiting',
          part: 0,
          why: heavy ? words.tooHeavy(UPLOAD_LIMIT / 1e6) : '',
          id: null,
          frames: 0,
          twin: null,
        }
      })
      setRows((all) => [...all, ...added])
    },
    [words],
  )
  const again = useCallback((key: number) => change(key, { state: 'waiting', part: 0, why: '' }), [change])
  const clear = useCallback(() => setRows((all) => all.filter((r) => r.state === 'waiting' || r.state === 'sending')), [])

  useEffect(() => {
    const next = rows.find((r) => r.state === 'waiting')
    if (busy.current || !next) return
    busy.current = true
    change(next.key, { state: 'sending' })
    void send(next.file, (part) => change(next.key, { part })).then((sent) => {
      busy.current = false
      if (sent === 'offline') change(next.key, { state: 'offline', why: words.offline })
      else if ('refused' in sent) change(next.key, { state: 'refused', why: sent.refused })
      else {
        change(next.key, { state: 'done', part: 1, id: sent.id, frames: sent.frames, twin: sent.twin })
        told.current(sent.id, next.file)
      }
    })
  }, [rows, change, words])

  useEffect(() => {
    const resume = (): void => setRows((all) => all.map((r) => (r.state === 'offline' ? { ...r, state: 'waiting', why: '' } : r)))
    window.addEventListener('online', resume)
    return () => window.removeEventListener('online', resume)
  }, [])
  return { rows, add, again, clear }
}
