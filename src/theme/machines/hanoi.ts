import { HANOI } from '../../policy/time/hanoi.ts'

/** An instant in the school's own time, as machines write it: `2026-11-20T07:15:00+07:00` */
export const localInstant = (instant: string): string => `${new Date(Date.parse(instant) + HANOI).toISOString().slice(0, 19)}+07:00`
