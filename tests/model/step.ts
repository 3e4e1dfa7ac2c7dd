/** One step of a sequence, and the school it is taken in. */
import type fc from 'fast-check'
import type pg from 'pg'
import { expect } from 'vitest'
import type { Answer, Client } from '../support/client.ts'
import { check } from './check.ts'
import { learn } from './learn.ts'
import type { Model, Who } from './world.ts'

/** The school under test. `crashAt` makes the service kill itself at a named point of the next request; null where it cannot. */
export type Real = {
  as: (who: Who) => Promise<Client>
  visitor: Client
  sql: pg.Pool
  setClock: (minutes: number) => Promise<void>
  fireSchedule: () => Promise<void>
  crashAt: ((point: string) => Promise<void>) | null
  /** Resolves when the service answers again after a crash; at once where it did not crash. */
  revived: () => Promise<boolean>
}

export type Step = {
  name: string
  run: (model: Model, real: Real) => Promise<Answer | null>
  rows?: (answer: Answer, before: string) => number
  doc?: number
  crash?: string
}

/** One step: act, learn what happened, hold it against the rules, look at what is public. */
export class Command implements fc.AsyncCommand<Model, Real> {
  private readonly step: Step
  constructor(step: Step) {
    this.step = step
  }
  check = (): boolean => true
  toString = (): string => this.step.name

  async run(model: Model, real: Real): Promise<void> {
    model.steps += 1
    const before = this.step.doc === undefined ? '' : model.docs[this.step.doc]!.state
    if (this.step.crash && real.crashAt) await real.crashAt(this.step.crash)
    let answer: Answer | null = null
    try {
      answer = await this.step.run(model, real)
    } catch (error) {
      // A connection cut by the crash: whether it happened, the log alone says.
      if (!this.step.crash) throw error
    }
    const crashed = this.step.crash ? await real.revived() : false
    const seen = await learn(model, real.sql)
    if (answer && !crashed && this.step.doc !== undefined) {
      expect([answer.status, answer.status < 500]).toEqual([answer.status, true])
      const doc = model.docs[this.step.doc]!
      expect([this.step.name, seen.get(doc.id) ?? 0]).toEqual([this.step.name, answer.status === 200 ? (this.step.rows?.(answer, before) ?? 1) : 0])
      if (answer.status >= 400) expect(answer.body.errors[0].message.length).toBeGreaterThan(10)
    }
    await check(model, real.visitor, real.sql)
  }
}
