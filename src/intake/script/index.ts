/** The one script of the public forms. Everything works without it; it asks no other host. */
import { createHash } from 'node:crypto'
import { KEEP } from './keep.ts'
import { PICTURES } from './pictures.ts'
import { WORK } from './work.ts'

const TEXT = `'use strict'\n${[KEEP, PICTURES, WORK].map((part) => `{${part}}`).join('\n')}\n`
const mark = createHash('sha256').update(TEXT).digest('hex').slice(0, 8)

/** `path` changes with the text, so that a browser keeps it for good. */
export const SCRIPT = { path: `/gui-bai/gui-${mark}.js`, text: TEXT }
