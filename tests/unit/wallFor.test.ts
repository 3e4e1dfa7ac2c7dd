/** The wall of a new collection is the wall of the old ones, to the letter of the migrations that are frozen. */
import { expect, it } from 'vitest'
import * as wall from '../../migrations/20261121_030000_wall.ts'
import * as pagesWall from '../../migrations/20261121_061000_pages_wall.ts'
import { wallFor } from '../../migrations/wallFor.ts'
import { GATES } from '../../src/policy/gate/gates/index.ts'

type Raw = { queryChunks: { value: string[] }[] }
/** The text a migration would run. */
async function textOf(up: (args: never) => Promise<void>): Promise<string> {
  const run: string[] = []
  const execute = (query: Raw): Promise<void> => Promise.resolve(void run.push(query.queryChunks.flatMap((c) => c.value).join('')))
  await up({ db: { execute } } as never)
  return run.join('\n')
}
const frozen = `${await textOf(wall.up)}\n${await textOf(pagesWall.up)}`

it.each(GATES.map((gate) => gate.slug))('of %s', (slug) => {
  expect(frozen).toContain(wallFor(slug.replaceAll('-', '_')))
})
it('of nothing else', () => expect(frozen.match(/create trigger ct_keep_submitted/g)).toHaveLength(GATES.length))
