/** A 503 in the panel's place: an ordinary page without a script that asks again by itself; a plain sentence for programs. */
import type { Request, Response } from 'express'
import { PANEL_AWAY } from '../../messages/panelAway.ts'
import { html } from '../../theme/index.ts'
import { nameIncident } from '../refuseWith.ts'

export type Why = 'starting' | 'failing' | 'lost'

/** Seconds until it is asked again. A write is not sent again by itself, nor is what was asked when the panel was lost. */
const AGAIN: Record<Why, number> = { starting: 2, failing: 20, lost: 5 }

const STYLE =
  ':root{color-scheme:light dark}body{font:1.0625rem/1.6 system-ui,sans-serif;margin:0;min-height:100vh;display:grid;place-content:center;padding:1.5rem;box-sizing:border-box}main{max-width:34rem}h1{font-size:1.375rem;line-height:1.3;margin:0 0 .5rem}p{margin:0 0 .5rem}'

function pageOf(why: Why, id: string | null): string {
  const { title, text } = PANEL_AWAY[why]
  const again = why !== 'lost' && html`<meta http-equiv="refresh" content="${AGAIN[why]}" />`
  const incident = id !== null && html`<p>${PANEL_AWAY.incident}: <b>${id}</b></p>`
  return html`<!doctype html>
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        ${again}
        <title>${title}</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          <p role="status">${text}</p>
          ${incident}
        </main>
      </body>
    </html>`.toString()
}

/** Somebody looks at it. Next's own program in a browser takes what is no page of its own for a reason to load the whole page. */
export const isPage = (req: Request): boolean =>
  (req.method === 'GET' || req.method === 'HEAD') && req.headers.rsc === undefined && /text\/html/.test(req.headers.accept ?? '')

export function answerAway(req: Request, res: Response, why: Why, id: string | null): void {
  nameIncident(res, id)
  res.status(503).set({ 'Retry-After': String(AGAIN[why]), 'Cache-Control': 'private, no-store' })
  if (isPage(req)) res.type('html').send(pageOf(why, id))
  else res.type('txt').send(PANEL_AWAY[why].text)
}
