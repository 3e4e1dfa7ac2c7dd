import { OPENING_ROOMS } from '../opening/index.ts'
import type { Room } from '../room.ts'
import { bundle } from './bundle.ts'
import { history } from './history.ts'
import { home } from './home.ts'
import { read } from './read.ts'

/** Every room of the desk; a new one is added here. */
export const ROOMS: readonly Room[] = [home, read, bundle, history, ...OPENING_ROOMS]
