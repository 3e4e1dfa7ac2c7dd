/** A job that is done every few seconds and fails each time is told once, until it goes well. */
import type { Payload } from 'payload'
import { runtimeOf } from '../runtime.ts'

/** For `catch`. `job`: its name, and what of it failed. */
export const failedJob =
  (payload: Payload, job: string) =>
  (error: unknown): void =>
    void runtimeOf(payload).failures.failed(error, { where: job, job: true, again: true })

export function wentWell(payload: Payload, job: string): void {
  const { failures } = runtimeOf(payload)
  failures.settled(job)
  failures.settled('database')
}
