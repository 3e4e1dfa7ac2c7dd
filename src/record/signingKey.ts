/** The school's Ed25519 key: made once, kept outside the database, readable by the service alone. */
import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

export function loadSigningKey(file: string): KeyObject {
  try {
    return createPrivateKey(readFileSync(file))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  mkdirSync(dirname(file), { recursive: true })
  const { privateKey } = generateKeyPairSync('ed25519')
  // wx: of two starts at once one makes the key, the other reads it.
  try {
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
    return privateKey
  } catch {
    return createPrivateKey(readFileSync(file))
  }
}

export function lazyKey(file: string): () => KeyObject {
  let key: KeyObject | undefined
  return () => (key ??= loadSigningKey(file))
}
