'use client'
/** What could not be saved because the line or the service was away is saved when it is back, without anybody asking. */
import { useEffect, useRef } from 'react'
import type { Saving } from './useSaving.ts'

const FIRST_MS = 2000
const LONGEST_MS = 60_000

export function useRetry({ save, saveNow }: Saving): void {
  const tries = useRef(0)
  const { trouble, saving } = save
  const isAway = trouble?.kind === 'away'
  useEffect(() => {
    if (trouble === null) tries.current = 0
  }, [trouble])
  useEffect(() => {
    if (!isAway || saving) return
    const again = (): void => {
      tries.current += 1
      void saveNow()
    }
    const timer = setTimeout(again, Math.min(LONGEST_MS, FIRST_MS * 2 ** tries.current))
    window.addEventListener('online', again)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('online', again)
    }
  }, [isAway, saving, trouble, saveNow])
}
