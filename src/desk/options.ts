/** What the desk is mounted with. It stands in front of the panel, shares its session, and works without a script. */
import type { Request } from 'express'
import type { Payload } from 'payload'
import type { Issue } from '../policy/issues.ts'
import type { Settings } from '../theme/content/edition.ts'

/** `cookies`: as they are set on the browser. */
export type SignedIn = { cookies: readonly string[] } | { issues: readonly Issue[] }

export type DeskOptions = {
  payload: Payload
  siteUrl: string
  /** The site's name, crest and colours, as readers see them; null before there are any. */
  settings: () => Promise<Settings | null>
  /** Signs in as the interface does, with the same patience and the same answers. */
  signIn: (req: Request, data: { email: string; password: string }) => Promise<SignedIn>
  signOut: (req: Request) => Promise<{ cookies: readonly string[] }>
}
