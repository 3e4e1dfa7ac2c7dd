/** The school's own config with one more gated collection, put together as CONTRIBUTING says. */
import { postgresAdapter } from '@payloadcms/db-postgres'
import { buildConfig, type SanitizedConfig } from 'payload'
import sharp from 'sharp'
import { schoolEditor } from '../../src/collections/editor.ts'
import { honestCommits } from '../../src/database/honestCommit.ts'
import { steadyPg } from '../../src/database/steadyPg.ts'
import { congTruong } from '../../src/plugin.ts'
import { GATES } from '../../src/policy/gate/gates/index.ts'
import { schoolKeys } from '../../src/record/keys/keys.ts'
import { drawerOf } from '../../src/theme/index.ts'
import { CauLacBo } from '../fixtures/cauLacBo/collection.ts'
import { cauLacBo } from '../fixtures/cauLacBo/gate.ts'
import { trangCauLacBo } from '../fixtures/cauLacBo/page.ts'

export const toyConfig = (at: { databaseUrl: string; dataDir: string; keyFile: string }): Promise<SanitizedConfig> =>
  buildConfig({
    secret: 'bi-mat-thu-nghiem',
    db: honestCommits(postgresAdapter({ pg: steadyPg, pool: { connectionString: at.databaseUrl, max: 10 }, push: false, disableCreateDatabase: true })),
    editor: schoolEditor(),
    sharp,
    telemetry: false,
    upload: { limits: { fileSize: 25_000_000 }, abortOnLimit: true },
    collections: [CauLacBo],
    plugins: [congTruong({ dataDir: at.dataDir, keys: schoolKeys(at.keyFile), gates: [...GATES, cauLacBo], draw: drawerOf([trangCauLacBo]) })],
  })
