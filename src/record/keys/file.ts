/**
 * The two files of the school's keys: the private key it signs with, and beside it the ring of all its public keys. Both
 * appear whole or not at all. Rule: a key is made on purpose, never because a file is missing.
 */
import { createPrivateKey, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ringText, type KhoaTrongVong } from './ring.ts'

export const ringFileOf = (keyFile: string): string => join(dirname(keyFile), 'vong-khoa.json')
/** A rotated key waits here until the ring names it. */
export const nextFileOf = (keyFile: string): string => `${keyFile}.moi`

/** Null where there is no such file; throws where it is there and is no key. */
export function readKey(file: string): KeyObject | null {
  if (!existsSync(file)) return null
  const key = createPrivateKey(readFileSync(file))
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${file}: expected an Ed25519 key, found ${key.asymmetricKeyType}`)
  return key
}

function writeWhole(file: string, text: string | Buffer, mode: number): void {
  mkdirSync(dirname(file), { recursive: true })
  const side = `${file}.${randomBytes(6).toString('hex')}`
  const opened = openSync(side, 'wx', mode)
  try {
    writeSync(opened, String(text))
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
  renameSync(side, file)
}

export const makeKey = (): KeyObject => generateKeyPairSync('ed25519').privateKey
export const writeKey = (file: string, key: KeyObject): void => writeWhole(file, key.export({ type: 'pkcs8', format: 'pem' }), 0o600)
export const readRingText = (keyFile: string): string | null => (existsSync(ringFileOf(keyFile)) ? readFileSync(ringFileOf(keyFile), 'utf8') : null)
export const writeRing = (keyFile: string, entries: readonly KhoaTrongVong[]): void => writeWhole(ringFileOf(keyFile), ringText(entries), 0o644)

/** That a key is lost for good is announced a day before another takes its place. Null: nothing was announced. */
const announcedFileOf = (keyFile: string): string => `${keyFile}.mat-khoa`
export const announceLoss = (keyFile: string, tu: string): void => writeWhole(announcedFileOf(keyFile), `${tu}\n`, 0o600)
export const readAnnounced = (keyFile: string): string | null =>
  existsSync(announcedFileOf(keyFile)) ? readFileSync(announcedFileOf(keyFile), 'utf8').trim() : null
export const forgetAnnounced = (keyFile: string): void => rmSync(announcedFileOf(keyFile), { force: true })
