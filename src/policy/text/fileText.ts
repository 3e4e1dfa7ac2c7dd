/**
 * Rule: a file of text is read as the program wrote that saved it: UTF-8; UTF-16, as Excel's “Unicode Text”; else the old
 * Vietnamese code page of Windows. What is none of them is not guessed at.
 */
const utf8 = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Every second byte of Western and Vietnamese letters in UTF-16 is nought, one or thirty. */
function sixteen(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const some = bytes.subarray(0, 400)
  const noughts = (from: number): number => some.filter((byte, i) => i % 2 === from && byte === 0).length
  const most = some.length / 4
  if (some.length < 4) return null
  return noughts(1) > most ? 'utf-16le' : noughts(0) > most ? 'utf-16be' : null
}

/** Null: no text that can be told. */
export function fileText(bytes: Uint8Array): string | null {
  const wide = sixteen(bytes)
  const text = wide ? new TextDecoder(wide).decode(bytes) : (utf8(bytes) ?? new TextDecoder('windows-1258').decode(bytes))
  // A byte of nought is in no text; a file of another kind has many.
  return text.includes('\u0000') ? null : text.normalize('NFC')
}
