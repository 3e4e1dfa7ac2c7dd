/** The pattern of an address of the interface: names that the product gave stand, ids and names that people gave do not. */
import type { SanitizedConfig } from 'payload'

type Endpoints = readonly { path: string }[] | false | undefined

const wordsOf = (endpoints: Endpoints): string[] => (endpoints || []).flatMap(({ path }) => path.split('/').filter((part) => /^[a-z][a-z-]*$/.test(part)))

export function restRoutes({ collections, globals, endpoints }: SanitizedConfig): (url: string) => string {
  const entities = [...collections, ...globals]
  const known = new Set(['api', 'globals', ...wordsOf(endpoints), ...entities.flatMap((one) => [one.slug, ...wordsOf(one.endpoints)])])
  return (url) =>
    url
      .split('?', 1)[0]!
      .split('/', 8)
      .map((part) => (part === '' || known.has(part) ? part : ':'))
      .join('/')
}
