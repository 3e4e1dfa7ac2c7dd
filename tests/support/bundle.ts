import type { BuildOptions } from 'esbuild'

/** As scripts/bundle.mjs bundles; the constant of the failpoints is the caller's. */
export const BUNDLE: BuildOptions = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  minifySyntax: true,
  alias: { '@payload-config': './payload.config.ts' },
  logLevel: 'error',
}
