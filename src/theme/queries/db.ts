/** All the theme asks of a database: run one statement. A `pg.Pool` fits. */
export type Db = { query: (text: string, values?: unknown[]) => Promise<{ rows: Record<string, unknown>[] }> }
