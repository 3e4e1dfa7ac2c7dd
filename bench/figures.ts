/** Figures of a run: quantiles, and how far a ratio moves between blocks of it. */

export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? NaN
}

export type Pair = { small: number[]; large: number[] }

const ratioOf = ({ small, large }: Pair): number => quantile(large, 0.5) / quantile(small, 0.5)

/** The ratio of the medians, and its least and greatest over `blocks` parts of the run one after the other. */
export function ratio(pair: Pair, blocks = 5): { of: number; least: number; greatest: number } {
  const length = Math.ceil(pair.small.length / blocks)
  const parts = Array.from({ length: blocks }, (_none, i) => ({
    small: pair.small.slice(i * length, (i + 1) * length),
    large: pair.large.slice(i * length, (i + 1) * length),
  }))
  const ratios = parts.filter((p) => p.small.length > 0 && p.large.length > 0).map(ratioOf)
  return { of: ratioOf(pair), least: Math.min(...ratios), greatest: Math.max(...ratios) }
}

export function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_cell, i) => Math.max(...rows.map((row) => row[i]!.length)))
  return rows.map((row) => row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ')).join('\n')
}
