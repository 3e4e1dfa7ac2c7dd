import type { Named } from './edition.ts'

export type Unit = Named & { cha: number | null }
