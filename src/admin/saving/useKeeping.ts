'use client'
/** Keeps in this browser what is not saved yet, and offers what an earlier page of this document left there. */
import { useAuth, useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
import { dropAside, dropKept, keep, setAside, type Kept } from './kept.ts'
import { changedFields } from './same.ts'
import type { Values } from './saves.ts'
import { useSaves } from './SaveKeeper.tsx'
import type { Saving } from './useSaving.ts'

const EVERY_MS = 1000

export type Offered = { copies: Kept[]; done: (copy: Kept) => void }

export function useKeeping({ key, unsaved, data }: Saving): Offered {
  const { user } = useAuth()
  const { data: opened } = useDocumentInfo()
  const saves = useSaves()
  // A session that ended takes the account from the panel, not the words from the person.
  const account = useRef(String(user?.id ?? ''))
  const [copies, setCopies] = useState<Kept[]>([])
  useEffect(() => {
    const left = setAside(account.current, key)
    const worth = left.filter((copy) => changedFields(copy.values, (opened ?? {}) as Values).length > 0)
    for (const copy of left) if (!worth.includes(copy)) dropAside(account.current, key, copy)
    setCopies(worth)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- what was left is looked for once, as the form opens
  }, [key])

  useEffect(() => {
    if (!unsaved) return
    const write = (): void => keep(account.current, key, { luc: new Date().toISOString(), phienBan: saves.get(key).phienBan, values: data() })
    const timer = setInterval(write, EVERY_MS)
    window.addEventListener('pagehide', write)
    return () => {
      clearInterval(timer)
      window.removeEventListener('pagehide', write)
    }
  }, [unsaved, key, data, saves])
  // Once all of it is saved, what was kept is on the server. A page that is left before keeps it.
  const was = useRef(false)
  useEffect(() => {
    if (was.current && !unsaved) dropKept(account.current, key)
    was.current = unsaved
  }, [unsaved, key])

  return {
    copies,
    done: (copy) => {
      dropAside(account.current, key, copy)
      setCopies((all) => all.filter((one) => one !== copy))
    },
  }
}
