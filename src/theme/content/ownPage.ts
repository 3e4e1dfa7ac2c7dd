/** A gated collection that a school adds to the theme's own: its gate, and what stands on the page of an edition. */
import type { Json } from '../../policy/gate/fingerprint.ts'
import type { Gate } from '../../policy/gate/gates/index.ts'
import type { Html } from '../draw/html.ts'
import type { FileUrl } from './edition.ts'

/** A frozen text, as policy froze it by the gate's fields. */
export type Frozen = { [key: string]: Json }
/** Draws for readers and for reviewers alike; `showTargets` prints where links lead. */
export type OwnPage = { gate: Gate; body: (content: Frozen, file: FileUrl, how: { showTargets: boolean }) => Html }
