'use client'
/** A change of authority that was refused until its author's device signs it: what is signed, in words, and one press. */
import { useEffect, useId, useRef, useState } from 'react'
import type { PanelWords } from '../messages/panel.ts'

/** As `GET /api/nguoi-dung/xac-nhan` tells it; `challenge` and ids in base64url. */
export type ToSign = { ve: string; viec: string; challenge: string; rpId: string; khoa: { id: string; ma: string }[] }
type Given = { ve: string; chuKy: Record<string, string> }
type Props = { waiting: ToSign; words: PanelWords; give: (signed: Given) => Promise<void> }

const bytes = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0))
const url64 = (buffer: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')

async function touched({ challenge, rpId, khoa, ve }: ToSign): Promise<Given> {
  const allowCredentials = khoa.map(({ id }) => ({ type: 'public-key' as const, id: bytes(id) }))
  const publicKey = { challenge: bytes(challenge), rpId, userVerification: 'required' as const, timeout: 120_000, allowCredentials }
  const got = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential
  const { authenticatorData, clientDataJSON, signature } = got.response as AuthenticatorAssertionResponse
  const ma = khoa.find(({ id }) => id === url64(got.rawId))?.ma ?? ''
  return { ve, chuKy: { khoa: ma, authenticatorData: url64(authenticatorData), clientDataJSON: url64(clientDataJSON), chuKy: url64(signature) } }
}

export const SignChange = ({ waiting, words, give }: Props) => {
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState('')
  const id = useId()
  // The form it belongs to may be long, and the button that was pressed far from here.
  const here = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Newer browsers answer a promise, which React would take for what to call at the end.
    here.current?.scrollIntoView({ block: 'center' })
  }, [])
  const sign = async (): Promise<void> => {
    setBusy(true)
    setSaid(words.signWaiting)
    try {
      await give(await touched(waiting))
      setSaid('')
    } catch {
      setSaid(words.signFailed)
    }
    setBusy(false)
  }
  return (
    <div ref={here} className="ct-reason ct-proof" role="group" aria-labelledby={id}>
      <p id={id}>
        <strong>{words.signTitle}</strong>
      </p>
      <p>{waiting.viec}</p>
      <div className="ct-buttons">
        <button type="button" className="ct-button ct-button--main" disabled={busy} onClick={() => void sign()}>
          {words.signVerb}
        </button>
      </div>
      <p role="status">{said}</p>
    </div>
  )
}
