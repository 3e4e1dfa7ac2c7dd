/**
 * Rule: a signature made by a person's own device (WebAuthn) counts where the key signed exactly this text, on the host the key
 * belongs to, with its owner present and recognised. The offline verifier holds the same rule (tools/audit/audit-verify.mjs).
 */
import { canonicalText } from '../gate/fingerprint.ts'
import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto'

/**
 * As the browser gave them, base64url; `khoa` names the key (`keyNameOf`). `goi`: SHA-256 of each of several texts that were
 * signed with one touch; then the list is what was signed.
 */
export type ChuKyThietBi = { khoa: string; authenticatorData: string; clientDataJSON: string; chuKy: string; goi?: string[] }
/** A key as it was registered: `spki` in DER, base64; `rpId`: the host it belongs to. */
export type KhoaCongKhai = { spki: string; rpId: string }

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest()

/** First 16 hexadecimal digits of the SHA-256 of the public key. */
export const keyNameOf = (spki: string): string => sha256(Buffer.from(spki, 'base64')).toString('hex').slice(0, 16)

/** What the device signs of a text: its SHA-256, base64url. */
export const challengeOf = (text: string): string => sha256(Buffer.from(text, 'utf8')).toString('base64url')

const MOST = 4000
/** One text for one signature: bytes have a single spelling. */
const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= MOST && Buffer.from(value, 'base64url').toString('base64url') === value

/** Null where the value has not the shape of a signature. */
export function asSignature(value: unknown): ChuKyThietBi | null {
  if (value === null || typeof value !== 'object') return null
  const { khoa, authenticatorData, clientDataJSON, chuKy, goi } = value as Record<string, unknown>
  if (typeof khoa !== 'string' || !/^[0-9a-f]{16}$/.test(khoa) || !isText(authenticatorData) || !isText(clientDataJSON) || !isText(chuKy)) return null
  const given = { khoa, authenticatorData, clientDataJSON, chuKy }
  if (goi === undefined) return given
  const isList = Array.isArray(goi) && goi.length > 0 && goi.length <= MOST_AT_ONCE && goi.every((one) => typeof one === 'string' && /^[0-9a-f]{64}$/.test(one))
  return isList ? { ...given, goi: goi as string[] } : null
}

/** As many as a bundle holds. */
const MOST_AT_ONCE = 300
/** What a device signs of several texts at once: their fingerprints, in order. */
export const listText = (texts: readonly string[]): string => canonicalText({ goi: texts.map((one) => sha256(one).toString('hex')) })

/** What the device must have signed for this text to be signed; null where the list does not name it. */
function signedFor({ goi }: ChuKyThietBi, text: string): string | null {
  if (!goi) return text
  return goi.includes(sha256(text).toString('hex')) ? canonicalText({ goi }) : null
}

/** P-256 with ECDSA, Ed25519, or RSA of 2048 bits and more: what phones and keys make. Null for any other. */
export function publicKeyOf(spki: string): KeyObject | null {
  try {
    const key = createPublicKey({ key: Buffer.from(spki, 'base64'), format: 'der', type: 'spki' })
    const { namedCurve, modulusLength } = key.asymmetricKeyDetails ?? {}
    const known =
      key.asymmetricKeyType === 'ed25519' ||
      (key.asymmetricKeyType === 'ec' && namedCurve === 'prime256v1') ||
      (key.asymmetricKeyType === 'rsa' && (modulusLength ?? 0) >= 2048)
    return known ? key : null
  } catch {
    return null
  }
}

const PRESENT = 0b1
const RECOGNISED = 0b100

/** An origin is the host itself over TLS; a developer's own machine needs none. Another host under it is another school. */
function isOf(origin: unknown, rpId: string): boolean {
  if (typeof origin !== 'string') return false
  try {
    const { protocol, hostname } = new URL(origin)
    return hostname === rpId && (protocol === 'https:' || (protocol === 'http:' && (rpId === 'localhost' || rpId.endsWith('.localhost'))))
  } catch {
    return false
  }
}

export type Fault = 'shape' | 'type' | 'challenge' | 'origin' | 'host' | 'presence' | 'signature'

/** Null where the signature holds. */
export function checkSignature(given: ChuKyThietBi, text: string, key: KhoaCongKhai): Fault | null {
  const publicKey = publicKeyOf(key.spki)
  const [auth, client, signature] = [given.authenticatorData, given.clientDataJSON, given.chuKy].map((part) => Buffer.from(part, 'base64url')) as [Buffer, Buffer, Buffer] // prettier-ignore
  let said: Record<string, unknown>
  try {
    said = JSON.parse(client.toString('utf8')) as Record<string, unknown>
  } catch {
    return 'shape'
  }
  if (!publicKey || keyNameOf(key.spki) !== given.khoa || auth.length < 37 || said === null || typeof said !== 'object') return 'shape'
  if (said.type !== 'webauthn.get' || said.crossOrigin === true) return 'type'
  const signedText = signedFor(given, text)
  if (signedText === null || said.challenge !== challengeOf(signedText)) return 'challenge'
  if (!isOf(said.origin, key.rpId)) return 'origin'
  if (!auth.subarray(0, 32).equals(sha256(key.rpId))) return 'host'
  if ((auth[32]! & PRESENT) === 0 || (auth[32]! & RECOGNISED) === 0) return 'presence'
  const signed = Buffer.concat([auth, sha256(client)])
  try {
    return verify(publicKey.asymmetricKeyType === 'ed25519' ? null : 'sha256', signed, publicKey, signature) ? null : 'signature'
  } catch {
    return 'signature'
  }
}
