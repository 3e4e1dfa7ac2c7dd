/** Which links of the frozen words lead to a place of this site where readers would find nothing. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../../database/sql.ts'
import type { Promised } from '../../policy/gate/bundle.ts'
import { deadLink, insideLinks } from '../../policy/gate/insideLinks.ts'
import type { Issue } from '../../policy/issues.ts'
import type { Found } from '../../policy/text/outbound.ts'
import { STANDS } from '../../record/banDang.ts'
import { runtimeOf } from '../../runtime.ts'

async function stands(req: PayloadRequest, boSuuTap: string, slug: string): Promise<boolean> {
  return (await query(req, sql`select 1 from ban_dang where bo_suu_tap = ${boSuuTap} and slug = ${slug} and ${STANDS} limit 1`)).length > 0
}

type Own = { boSuuTap: string; slug: string; /** What is published before it, in the same bundle. */ promised?: ReadonlyMap<string, Promised> | undefined }
/** `used`: links to what is only promised. */
type Judged = { issues: Issue[]; used: Promised[] }

export async function deadLinks(req: PayloadRequest, own: Own, links: readonly Found[]): Promise<Judged> {
  const { serverURL } = req.payload.config
  const hosts = URL.canParse(serverURL) ? [new URL(serverURL).host] : []
  const issues: Issue[] = []
  const used: Promised[] = []
  for (const link of insideLinks(
    links.filter((one) => !one.inFile),
    runtimeOf(req.payload).gates,
    hosts,
  )) {
    const { place } = link
    // It may lead to itself before it is live.
    const isItself = place !== null && place.boSuuTap === own.boSuuTap && place.slug === own.slug
    if (isItself || (place !== null && (await stands(req, place.boSuuTap, place.slug)))) continue
    const coming = [...(own.promised?.values() ?? [])].find((one) => one.boSuuTap === place?.boSuuTap && one.slug === place?.slug)
    if (coming) used.push(coming)
    else issues.push(deadLink(link))
  }
  return { issues, used }
}
