/** Which links of the frozen words lead to a place of this site where readers would find nothing. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../../database/sql.ts'
import { deadLink, insideLinks } from '../../policy/gate/insideLinks.ts'
import type { Issue } from '../../policy/issues.ts'
import type { Found } from '../../policy/text/outbound.ts'
import { STANDS } from '../../record/banDang.ts'
import { runtimeOf } from '../../runtime.ts'

async function stands(req: PayloadRequest, boSuuTap: string, slug: string): Promise<boolean> {
  return (await query(req, sql`select 1 from ban_dang where bo_suu_tap = ${boSuuTap} and slug = ${slug} and ${STANDS} limit 1`)).length > 0
}

export async function deadLinks(req: PayloadRequest, own: { boSuuTap: string; slug: string }, links: readonly Found[]): Promise<Issue[]> {
  const { serverURL } = req.payload.config
  const hosts = URL.canParse(serverURL) ? [new URL(serverURL).host] : []
  const issues: Issue[] = []
  for (const link of insideLinks(
    links.filter((one) => !one.inFile),
    runtimeOf(req.payload).gates,
    hosts,
  )) {
    const { place } = link
    // It may lead to itself before it is live.
    const isItself = place !== null && place.boSuuTap === own.boSuuTap && place.slug === own.slug
    if (place === null || (!isItself && !(await stands(req, place.boSuuTap, place.slug)))) issues.push(deadLink(link))
  }
  return issues
}
