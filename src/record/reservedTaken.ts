/** Rule: a word that became the site's own after a page stood there is told to whoever runs the site; the page stays where it was approved. */
import type { Gate } from '../policy/gate/gates/index.ts'

type Db = { query: (text: string, values: unknown[]) => Promise<{ rows: Record<string, unknown>[] }> }

/** Live editions at addresses that are reserved now, `/hoi-dap`. */
export async function reservedTaken(db: Db, gates: readonly Gate[]): Promise<string[]> {
  const taken = await Promise.all(
    gates
      .filter((gate) => gate.reserved)
      .map((gate) =>
        db.query('select slug from ban_dang where bo_suu_tap = $1 and slug = any($2::text[]) and ket_thuc_luc is null', [gate.slug, gate.reserved]),
      ),
  )
  return [...new Set(taken.flatMap(({ rows }) => rows.map((row) => `/${String(row.slug)}`)))].sort()
}
