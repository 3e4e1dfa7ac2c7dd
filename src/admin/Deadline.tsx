'use client'
import { useEffect, useState } from 'react'
import type { PanelWords } from '../messages/panel.ts'
import { moment } from '../theme/draw/dates.ts'

/** Counts down to the hour by which an emergency edition must be confirmed. The hour itself is the server's. */
export const Deadline = ({ until, words }: { until: string; words: PanelWords }) => {
  const [now, setNow] = useState<number | null>(null)
  useEffect(() => {
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 20_000)
    return () => clearInterval(timer)
  }, [])
  const minutes = now === null ? null : Math.floor((Date.parse(until) - now) / 60_000)
  return (
    <p className="ct-note" role="status">
      <strong>{words.emergency}</strong>{' '}
      {minutes !== null && minutes < 0 ? words.emergencyOver(moment(until)) : words.emergencyUntil(moment(until), minutes === null ? '' : words.left(minutes))}
    </p>
  )
}
