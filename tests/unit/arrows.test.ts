/** The house as it is drawn (tests/arrows/rooms.ts): no import breaks an arrow, and one that did would be seen. */
import { describe, expect, it } from 'vitest'
import { NEVER, ROOMS } from '../arrows/rooms.ts'
import { build, importsOf, readSources, roomOf, violations } from '../arrows/walk.ts'
import { WRONG } from '../arrows/wrong.ts'

const sources = readSources('.')
const house = build(sources)

describe('the house', () => {
  it('is read whole', () => {
    expect(house.size).toBeGreaterThan(300)
    expect([...house.values()].flat().length).toBeGreaterThan(1000)
  })
  it('has no import that breaks an arrow, through however many files', () => expect(violations(house)).toEqual([]))
  it('names each room once, and in its lists rooms alone', () => {
    const paths = ROOMS.map((room) => room.path)
    expect(new Set(paths).size).toBe(paths.length)
    for (const room of ROOMS) expect(room.rooms.filter((name) => !paths.includes(name))).toEqual([])
    for (const { from } of NEVER) expect([from, roomOf(from) ?? roomOf(`${from}/x.ts`)]).not.toContain(null)
  })
})

const seenIn = (path: string, line: string): string[] => violations(new Map(house).set(path, importsOf(path, `${sources.get(path) ?? ''}\n${line}`)))

describe('a wrong import', () => {
  const caught = new Set<string>()
  it.each(WRONG)('%s: %s', (path, line) => {
    const seen = seenIn(path, line)
    expect(seen.length).toBeGreaterThan(0)
    // Every road that is now open leads through the file that was changed.
    for (const violation of seen) expect(violation).toContain(path)
    caught.add(`${path} ${line}`)
  })
  it('is tried in every room, and every one was caught', () => {
    const tried = new Set(WRONG.map(([path]) => roomOf(path)?.path))
    // The panel's frame is generated, and so are the types.
    expect(ROOMS.map((room) => room.path).filter((path) => !tried.has(path))).toEqual(['src/payload-types.ts', 'src/app'])
    expect([caught.size, WRONG.length]).toEqual([101, 101])
  })
})
