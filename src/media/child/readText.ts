/** What a document says, for search. A page of which only a picture was kept says nothing here. */
import { SEARCHED, searchedText } from '../../policy/gate/searchedText.ts'
import { fileKind } from '../../policy/gate/fileKind.ts'
import { rewriteXml } from './officeXml.ts'
import { unzipped } from './zip.ts'

async function pdfText(bytes: Buffer): Promise<string> {
  // Two megabytes that most children never need.
  const { getDocumentProxy } = await import('unpdf')
  const doc = await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false, useSystemFonts: false, disableFontFace: true, verbosity: 0 })
  try {
    let said = ''
    for (let n = 1; n <= Math.min(doc.numPages, SEARCHED.pages) && said.length < SEARCHED.most * 2; n += 1) {
      const { items } = await (await doc.getPage(n)).getTextContent()
      for (const item of items) if ('str' in item) said += item.str + (item.hasEOL ? '\n' : '')
      said += '\n'
    }
    return said
  } finally {
    await doc.destroy()
  }
}

/** Words of a paragraph or cell belong together, whatever runs they were typed in. */
const ENDS = new Set(['p', 'si', 'br', 'tab', 'is', 'tc'])

function xmlText(bytes: Buffer): string {
  let said = ''
  let inside = 0
  rewriteXml(bytes, {
    open: (tag) => {
      if (tag === 't') inside += 1
    },
    text: (words) => {
      if (inside > 0 && said.length < SEARCHED.most * 2) said += words
    },
    close: (tag) => {
      if (tag === 't') inside -= 1
      if (ENDS.has(tag)) said += '\n'
    },
  })
  return said
}

const OF_OFFICE = /^(?:word\/document|word\/(?:head|foot)er\d*|word\/(?:foot|end)notes|xl\/sharedStrings|xl\/worksheets\/sheet\d+)\.xml$/

function officeText(bytes: Buffer): string {
  const parts = [...unzipped(bytes)].filter(([name]) => OF_OFFICE.test(name)).toSorted(([a], [b]) => (a.includes('document') ? -1 : a.localeCompare(b)))
  return parts.map(([, part]) => xmlText(part)).join('\n')
}

export async function readText(bytes: Buffer): Promise<{ chu: string }> {
  const kind = fileKind(bytes)
  if (kind?.loai !== 'tep') return { chu: '' }
  return { chu: searchedText(kind.kieu === 'application/pdf' ? await pdfText(bytes) : officeText(bytes)) }
}
