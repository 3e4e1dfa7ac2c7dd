/** A room of the desk: one address, what it shows, and what its form does. */
import type { Request } from 'express'
import type { PayloadRequest } from 'payload'
import type { Form, Sent } from '../forms/form.ts'
import type { Actor } from '../policy/people/roles.ts'
import type { Part } from '../theme/draw/html.ts'
import type { DeskOptions } from './options.ts'

/** One person at one address. `own`: a request of his for one more operation; never shared by two. */
export type Visit = { request: Request; options: DeskOptions; actor: Actor; own: () => Promise<PayloadRequest>; query: URLSearchParams }

/** `title` stands in the tab and as the heading; `wide` takes two columns on a desk. */
/** Bytes of one person's own right to see: never kept, never run. */
export type DeskFile = { file: { bytes: Buffer; type: 'image/jpeg' } | { bytes: Buffer; type: 'text/calendar; charset=utf-8'; name: string } }
/** Made as it is sent, to be kept under a plain name. */
export type DeskStream = { stream: ReadableStream<Uint8Array>; type: 'application/zip'; name: string }
export type DeskPage = { title: string; main: Part; status?: number; wide?: true }
/** Where to go next: a path of the desk, with a word of what was done. */
export type Went = { to: string }

/** What was kept while somebody goes on typing, for the page's own script. */
export type Kept = { kept: Record<string, unknown> }

export type Room = {
  path: string
  /** Refuses by throwing; whoever may not know of the room is told that there is none. */
  draw: (visit: Visit, sent: Sent) => Promise<DeskPage | DeskFile>
  act?: (visit: Visit, form: Form) => Promise<Went | DeskPage | Kept | DeskStream>
}
