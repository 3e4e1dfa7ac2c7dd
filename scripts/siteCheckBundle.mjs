/** The self-check as one file with everything in it, to be copied to any computer that has Node.js. */
import { build } from 'esbuild'

export const bundleSiteCheck = (outfile) =>
  build({
    entryPoints: ['src/bin/siteCheck.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['pg-native'],
    // Packages of the older kind call require.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'warning',
  })
