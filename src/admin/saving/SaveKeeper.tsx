'use client'
/** Around the whole panel: puts the wire into `fetch` and hands out what it knows. */
import { useTranslation } from '@payloadcms/ui'
import { createContext, use, useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from 'react'
import { panelWords } from '../../messages/panel.ts'
import { Saves, type Save } from './saves.ts'
import { keepSaves } from './wire.ts'

const Context = createContext<Saves>(new Saves())

export const SaveKeeper = ({ children }: { children?: ReactNode }) => {
  const [saves] = useState(() => new Saves())
  const { i18n } = useTranslation()
  const language = useRef(i18n.language)
  useEffect(() => {
    language.current = i18n.language
  }, [i18n.language])
  useEffect(() => {
    const through = window.fetch
    window.fetch = keepSaves(through.bind(window), saves, () => panelWords(language.current))
    return () => {
      window.fetch = through
    }
  }, [saves])
  return <Context value={saves}>{children}</Context>
}

export const useSaves = (): Saves => use(Context)

export function useSave(key: string): Save {
  const saves = useSaves()
  const get = (): Save => saves.get(key)
  return useSyncExternalStore(saves.subscribe, get, get)
}
