/** node-postgres whose pools survive a restart of the database: an idle connection that breaks is dropped, not fatal. */
import pg from 'pg'

class SteadyPool extends pg.Pool {
  constructor(config?: pg.PoolConfig) {
    super(config)
    this.on('error', () => undefined)
    this.on('connect', (client) => {
      client.on('error', () => undefined)
    })
  }
}

export const steadyPg = { ...pg, Pool: SteadyPool } as typeof pg
