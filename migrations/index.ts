import type { Migration } from 'payload'
import * as initial from './20261121_020000_initial.ts'
import * as wall from './20261121_030000_wall.ts'
import * as authority from './20261121_050000_authority.ts'
import * as authorityWall from './20261121_051000_authority_wall.ts'

/** In the order in which they run. Names are frozen once merged. */
export const migrations = [
  { name: '20261121_020000_initial', up: initial.up, down: initial.down },
  { name: '20261121_030000_wall', up: wall.up, down: wall.down },
  { name: '20261121_050000_authority', up: authority.up, down: authority.down },
  { name: '20261121_051000_authority_wall', up: authorityWall.up, down: authorityWall.down },
] as Migration[]
