/** Rule: how a notice becomes mail. What cannot wait is sent at once whatever was chosen; what fails is tried again for two days. */
import { A_DAY, firstOfDay } from '../time/hanoi.ts'
import type { LoaiBao } from './notice.ts'

export const CACH_BAO = ['ngay', 'tongHop', 'khong'] as const
/** At once; once a day; on the desk alone. */
export type CachBao = (typeof CACH_BAO)[number]
export const CACH_BAO_THUONG: CachBao = 'ngay'

const CANNOT_WAIT: readonly LoaiBao[] = ['choKhan', 'khanSapHet', 'henGioHong', 'khoaMoi', 'khoaBo', 'maDoi', 'maCho', 'chuaDung']

/** The next half past six in the morning of Hà Nội. */
const DIGEST_HOUR = 6.5 * 3_600_000
export function nextDigest(now: number): number {
  const today = firstOfDay(now) + DIGEST_HOUR
  return today > now ? today : today + A_DAY
}

/** `sau`: the instant before which it is not sent. */
export function postOf(loai: LoaiBao, cach: CachBao, now: number): { thu: 'khong' | 'cho' | 'tongHop'; sau: number } {
  if (cach === 'ngay' || CANNOT_WAIT.includes(loai)) return { thu: 'cho', sau: now }
  return cach === 'tongHop' ? { thu: 'tongHop', sau: nextDigest(now) } : { thu: 'khong', sau: now }
}

const MINUTES = [1, 2, 5, 15, 60, 180, 360, 720, 1440]

/** How long to wait after so many attempts, in milliseconds; null: it is given up. */
export const waitAfter = (attempts: number): number | null => (attempts > MINUTES.length ? null : MINUTES[Math.max(attempts, 1) - 1]! * 60_000)

/** A mail server's own no: the address is not there, and asking again changes nothing. 552 says that the box is full. */
export const isFinal = (responseCode: unknown): boolean => typeof responseCode === 'number' && responseCode >= 500 && responseCode !== 552
