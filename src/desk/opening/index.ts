import type { Room } from '../room.ts'
import { identity } from './identity.ts'
import { kind } from './kind.ts'
import { legal } from './legal.ts'
import { overview } from './overview.ts'
import { people } from './people.ts'
import { send } from './send.ts'
import { topics } from './topics.ts'
import { units } from './units.ts'

/** The rooms of an opening, one a step. */
export const OPENING_ROOMS: readonly Room[] = [overview, kind, identity, units, people, topics, legal, send]
