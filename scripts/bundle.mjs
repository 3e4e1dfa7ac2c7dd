/** Bundles the service's entry points; packages stay where npm put them. */
import { build } from 'esbuild'
import { bundleSiteCheck } from './siteCheckBundle.mjs'

await build({
  entryPoints: {
    server: 'src/bin/server.ts',
    panel: 'src/bin/panel.ts',
    'media-child': 'src/media/child/main.ts',
    supervise: 'src/bin/supervise.ts',
    migrate: 'src/bin/migrate.ts',
    'admin-create': 'src/bin/adminCreate.ts',
    'authority-seal': 'src/bin/authoritySeal.ts',
    'authority-succeed': 'src/bin/authoritySucceed.ts',
    'code-end': 'src/bin/codeEnd.ts',
    'key-confirm': 'src/bin/keyConfirm.ts',
    'keys-rotate': 'src/bin/keysRotate.ts',
    'keys-restore': 'src/bin/keysRestore.ts',
    'store-move': 'src/bin/storeMove.ts',
    'audit-accept': 'src/bin/auditAccept.ts',
    'audit-export': 'src/bin/auditExport.ts',
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
