/** A paste as a reader gets it: through the gate and the drawing. */
import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { nothingLeftOut, type LeftOut } from '../../src/policy/text/paste/leftOut.ts'
import { nodesToInsert, pastedHtml, pastedText, type Pasted } from '../../src/policy/text/paste/paste.ts'
import { projectRichText } from '../../src/policy/text/richText.ts'
import { richText } from '../../src/theme/draw/richText.ts'

export const file = (name: string): string => readFileSync(new URL(`../fixtures/dan/${name}`, import.meta.url), 'utf8').replace(/\n$/, '')
export const whole = (pasted: Pasted): Extract<Pasted, { nodes: unknown }> => {
  if ('tooLong' in pasted) throw new Error('too long')
  return pasted
}
/** Through the gate and the drawing, as a reader gets it; the gate has nothing to say. */
export function read(pasted: Pasted, convert = false): string {
  const nodes = nodesToInsert(whole(pasted).nodes, convert)
  const { content, issues } = projectRichText({ root: { children: nodes } }, 'noiDung', { media: () => null, address: () => null })
  expect(issues).toEqual([])
  return richText(content, { url: (hash) => `/tep/${hash}`, showTargets: false, marked: false }).text.replace(/\n\s*/g, '')
}
export const html = (text: string): string => read(pastedHtml(text))
export const text = (words: string): string => read(pastedText(words))
export const out = (pasted: Pasted): Partial<LeftOut> => {
  const none = nothingLeftOut() as Record<string, unknown>
  return Object.fromEntries(Object.entries(whole(pasted).leftOut).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(none[key])))
}
