/**
 * What the gate noticed and cannot settle by itself. Rule: what is not known is neither false nor fine. While a grave alarm
 * stands, nothing is published; nothing that stands is taken down for it. An alarm ends when what raised it is gone.
 */
export type LoaiBaoDong = 'khoa' | 'giaMao' | 'khongXet' | 'nhat-ky' | 'tai-khoan' | 'quy-che' | 'ke-nhiem'
/** `tu`: when it was raised, ISO. */
export type BaoDong = { loai: LoaiBaoDong; noiDung: string; tu: string }
export type Heard = (alarm: BaoDong) => void
/** What was said to a guard: it is told to the one of another process of the same service. */
export type Said = { raise: LoaiBaoDong; noiDung: string } | { settle: LoaiBaoDong }

const GRAVE: readonly LoaiBaoDong[] = ['khoa', 'giaMao', 'khongXet']

export class Guard {
  private readonly standing = new Map<LoaiBaoDong, BaoDong>()
  private readonly listeners = new Set<Heard>()
  private readonly changes = new Set<(said: Said) => void>()
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
    for (const changed of this.changes) changed({ raise: loai, noiDung })
  }

  settle(loai: LoaiBaoDong): void {
    if (!this.standing.delete(loai)) return
    for (const changed of this.changes) changed({ settle: loai })
  }

  hear(said: Said): void {
    if ('raise' in said) this.raise(said.raise, said.noiDung)
    else this.settle(said.settle)
  }

  /** Stands as another guard does, and tells nobody. */
  follow(alarms: readonly BaoDong[]): void {
    this.standing.clear()
    for (const alarm of alarms) this.standing.set(alarm.loai, alarm)
  }

  alarms(): readonly BaoDong[] {
    return [...this.standing.values()]
  }

  /** The alarm for which nothing is published; null where none stands. */
  halted(): BaoDong | null {
    return this.alarms().find((alarm) => GRAVE.includes(alarm.loai)) ?? null
  }

  /** Told of every alarm that begins, changes or ends. */
  onChange(changed: (said: Said) => void): () => void {
    this.changes.add(changed)
    return () => void this.changes.delete(changed)
  }

  onAlarm(heard: Heard): () => void {
    this.listeners.add(heard)
    return () => void this.listeners.delete(heard)
  }
}
