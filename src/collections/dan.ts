/** Pasting, dropping and typing beside pictures, in the editor's browser part (src/admin/editor). */
import { createServerFeature } from '@payloadcms/richtext-lexical'

export const DanFeature = createServerFeature({ key: 'dan', feature: { ClientFeature: 'cong-truong/admin#DanFeature' } })
