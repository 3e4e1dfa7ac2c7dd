/** Rule: a verdict counts only with the school's signature over exactly what was decided. */
import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'

const publicDer = (key: KeyObject): Buffer => (key.type === 'public' ? key : createPublicKey(key)).export({ type: 'spki', format: 'der' }) as Buffer

/** First 16 hexadecimal digits of the SHA-256 of the public key: names the key a verdict was signed with. */
export const keyId = (key: KeyObject): string => createHash('sha256').update(publicDer(key)).digest('hex').slice(0, 16)

/** Ed25519 over the UTF-8 bytes, base64. */
export const signText = (text: string, key: KeyObject): string => sign(null, Buffer.from(text, 'utf8'), key).toString('base64')

export function isSigned(text: string, signature: string, key: KeyObject): boolean {
  const publicKey = key.type === 'public' ? key : createPublicKey(key)
  return verify(null, Buffer.from(text, 'utf8'), publicKey, Buffer.from(signature, 'base64'))
}
