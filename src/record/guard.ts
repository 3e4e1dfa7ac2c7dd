/**
 * What the gate noticed and cannot settle by itself. Rule: what is not known is neither false nor fine. While a grave alarm
 * stands, nothing is published; nothing that stands is taken down for it. An alarm ends when what raised it is gone.
 */
export type LoaiBaoDong = 'khoa' | 'giaMao' | 'khongXet' | 'nhat-ky' | 'tai-khoan' | 'quy-che' | 'ke-nhiem'
/** `tu`: when it was raised, ISO. */
export type BaoDong = { loai: LoaiBaoDong; noiDung: string; tu: string }
export type Heard = (alarm: BaoDong) => void

const GRAVE: readonly LoaiBaoDong[] = ['khoa', 'giaMao', 'khongXet']

export class Guard {
  private readonly standing = new Map<LoaiBaoDong, BaoDong>()
  private readonly listeners = new Set<Heard>()
  private readonly now: () => Date

  constructor(now: () => Date = () => new Date()) {
    this.now = now
  }

  /** The same alarm again is not told again. */
  raise(loai: LoaiBaoDong, noiDung: string): void {
    if (this.standing.get(loai)?.noiDung === noiDung) return
    const alarm = { loai, noiDung, tu: this.standing.get(loai)?.tu ?? this.now().toISOString() }
    this.standing.set(loai, alarm)
    for (const heard of this.listeners) heard(alarm)
  }

  settle(loai: LoaiBaoDong): void {
    this.standing.delete(loai)
  }

  alarms(): readonly BaoDong[] {
    return [...this.standing.values()]
  }

  /** The alarm for which nothing is published; null where none stands. */
  halted(): BaoDong | null {
    return this.alarms().find((alarm) => GRAVE.includes(alarm.loai)) ?? null
  }

  onAlarm(heard: Heard): () => void {
    this.listeners.add(heard)
    return () => void this.listeners.delete(heard)
  }
}
