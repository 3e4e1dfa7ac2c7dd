/**
 * Rule: however many ask for one page at once, it is drawn once. Nobody joins a drawing that was begun before the last
 * change: what he asked for after an action was answered is drawn after it.
 */
import type { Page } from './page.ts'

/** `alone`: the page answers its own reader and nobody else. */
export type Landed = Page | 'alone'
export type Flight = { begun: number; landed: Promise<Landed>; land: (page: Landed) => void; crash: (error: unknown) => void }

export class Flights {
  private readonly inTheAir = new Map<string, Flight>()

  join(key: string, generation: number): Promise<Landed> | null {
    const flight = this.inTheAir.get(key)
    return flight && flight.begun === generation ? flight.landed : null
  }

  begin(key: string, generation: number): Flight {
    let done: (page: Landed) => void
    let fail: (error: unknown) => void
    const landed = new Promise<Landed>((resolve, reject) => {
      done = resolve
      fail = reject
    })
    // With nobody waiting a failure is the first reader's alone.
    landed.catch(() => undefined)
    const leave = (): void => {
      if (this.inTheAir.get(key) === flight) this.inTheAir.delete(key)
    }
    const flight: Flight = {
      begun: generation,
      landed,
      land: (page) => {
        leave()
        done(page)
      },
      crash: (error) => {
        leave()
        fail(error)
      },
    }
    this.inTheAir.set(key, flight)
    return flight
  }
}
