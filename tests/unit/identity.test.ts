/** Under which address ids are made: the fixed one of this school, whatever another in the same process has. */
import { expect, it } from 'vitest'
import { contextOf } from '../../src/theme/site.ts'
import { PageCache } from '../../src/theme/cache/pageCache.ts'

const failing = (code: string): Error => Object.assign(new Error(code), { code })

function school(said: () => string | Error, more: object = {}) {
  const query = (): Promise<{ rows: Record<string, unknown>[] }> => {
    const answer = said()
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve({ rows: answer === '' ? [] : [{ dia_chi: answer }] })
  }
  return contextOf({ db: { query }, cache: new PageCache(), siteUrl: 'https://nay.example', readFile: () => Promise.resolve(null), ...more })
}

it('is each school’s own, and is looked for until there is one', async () => {
  let fixed = ''
  const [first, second] = [school(() => fixed), school(() => 'https://hai.example')]
  expect([await first.identity(), await second.identity()]).toEqual(['https://nay.example', 'https://hai.example'])
  fixed = 'https://mot.example'
  expect(await first.identity()).toBe('https://mot.example')
  fixed = 'https://khac.example'
  expect(await first.identity()).toBe('https://mot.example')
})

it('is what the mounting project says, and the present address for who may not read it', async () => {
  expect(await school(() => 'https://hai.example', { identity: 'https://ba.example' }).identity()).toBe('https://ba.example')
  for (const code of ['42P01', '42501']) expect(await school(() => failing(code)).identity()).toBe('https://nay.example')
})

it('is not guessed while the database is away', async () => {
  await expect(school(() => failing('ECONNREFUSED')).identity()).rejects.toThrow()
})
