import * as initial from './20261121_020000_initial.ts'
import * as wall from './20261121_030000_wall.ts'

/** In the order in which they run. Names are frozen once merged. */
export const migrations = [
  { name: '20261121_020000_initial', up: initial.up, down: initial.down },
  { name: '20261121_030000_wall', up: wall.up, down: wall.down },
]
