/** Numbers of one app, in a registry of its own: two apps in one process count apart. Names are told in docs/van-hanh.md. */
import type { RequestHandler } from 'express'
import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client'
import type { Failures } from '../log/failures.ts'
import { KINDS } from '../policy/failures/kind.ts'
import type { Guard } from '../record/guard.ts'

export type Metrics = {
  registry: Registry
  /** Counts answers by the class of their status; what is answered in front of Express is not among them. */
  countAnswers: RequestHandler
  close: () => void
}

type Of = { failures: Pick<Failures, 'onFailure'>; guard: Pick<Guard, 'onAlarm' | 'alarms'> }

export function metricsOf(school: Of | null): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const answers = new Counter({
    name: 'cong_truong_requests_total',
    help: 'Answers behind the kept pages, by class of status',
    labelNames: ['class'],
    registers,
  })
  const errors = new Counter({ name: 'cong_truong_errors_total', help: 'Failures by kind', labelNames: ['kind'], registers })
  const jobs = new Counter({ name: 'cong_truong_job_failures_total', help: 'Jobs that failed, by name', labelNames: ['job'], registers })
  const alarms = new Counter({ name: 'cong_truong_alarms_total', help: 'Alarms raised, by kind', labelNames: ['kind'], registers })
  // What never happened is zero, not missing: an alert on a rate needs the first one too.
  for (const kind of KINDS) errors.inc({ kind }, 0)
  const open = new Gauge({
    name: 'cong_truong_alarms_open',
    help: 'Alarms that stand',
    registers: [],
    collect() {
      this.set(school?.guard.alarms().length ?? 0)
    },
  })
  registry.registerMetric(open)
  const stops = [
    school?.failures.onFailure(({ kind, where, job }) => {
      errors.inc({ kind })
      // The name alone: what it was about would be a label without end.
      if (job) jobs.inc({ job: where.split(' ', 1)[0]! })
    }),
    school?.guard.onAlarm(({ loai }) => alarms.inc({ kind: loai })),
  ]
  return {
    registry,
    countAnswers: (_req, res, next) => {
      res.once('finish', () => answers.inc({ class: `${Math.floor(res.statusCode / 100)}xx` }))
      next()
    },
    close: () => {
      for (const stop of stops) stop?.()
      registry.clear()
    },
  }
}
