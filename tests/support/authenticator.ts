/** A phone with a screen lock: makes keys and signs with them as WebAuthn says, for tests without a browser. */
import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { challengeOf, keyNameOf, type ChuKyThietBi } from '../../src/policy/keys/assertion.ts'

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest()
/** What may go wrong with a signature, field by field. */
export type Twist = Partial<{ type: string; origin: string; rpId: string; flags: number; challenge: string; crossOrigin: boolean; counter: number }>
export type Phone = { ma: string; spki: string; rpId: string; credId: string; signs: (text: string, twist?: Twist) => ChuKyThietBi }

const MADE = { ec: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }), ed25519: () => generateKeyPairSync('ed25519'), rsa: () => generateKeyPairSync('rsa', { modulusLength: 2048 }) } // prettier-ignore

export function phone(rpId = 'school.test', kind: keyof typeof MADE = 'ec'): Phone {
  const { publicKey, privateKey } = MADE[kind]() as { publicKey: KeyObject; privateKey: KeyObject }
  const spki = (publicKey.export({ type: 'spki', format: 'der' }) as Buffer).toString('base64')
  const ma = keyNameOf(spki)
  const signs = (text: string, twist: Twist = {}): ChuKyThietBi => {
    const of = twist.rpId ?? rpId
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(twist.counter ?? 0)
    const auth = Buffer.concat([sha256(of), Buffer.from([twist.flags ?? 0b11101]), counter])
    const client = JSON.stringify({
      type: twist.type ?? 'webauthn.get',
      challenge: twist.challenge ?? challengeOf(text),
      origin: twist.origin ?? `https://${rpId}`,
      crossOrigin: twist.crossOrigin ?? false,
      other_keys_can_be_added_here: 'do not compare clientDataJSON against a template',
    })
    const signature = sign(kind === 'ed25519' ? null : 'sha256', Buffer.concat([auth, sha256(client)]), privateKey)
    return { khoa: ma, authenticatorData: auth.toString('base64url'), clientDataJSON: Buffer.from(client).toString('base64url'), chuKy: signature.toString('base64url') } // prettier-ignore
  }
  return { ma, spki, rpId, credId: Buffer.from(ma).toString('base64url'), signs }
}
