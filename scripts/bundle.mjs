/** Bundles the service's entry points; packages stay where npm put them. */
import { build } from 'esbuild'
import { bundleSiteCheck } from './siteCheckBundle.mjs'

await build({
  entryPoints: {
    server: 'src/server.ts',
    supervise: 'src/start/supervise.ts',
    migrate: 'src/start/migrate.ts',
    'admin-create': 'src/start/adminCreate.ts',
    'audit-export': 'src/start/auditExport.ts',
  },
  outdir: 'build',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  splitting: true,
  // Syntax alone is folded, so that what a constant switches off is really gone; names and lines stay readable.
  minifySyntax: true,
  define: { CONG_TRUONG_FAILPOINTS: 'false' },
  sourcemap: true,
  alias: { '@payload-config': './payload.config.ts' },
  logLevel: 'warning',
})

await bundleSiteCheck('build/site-check.mjs')
