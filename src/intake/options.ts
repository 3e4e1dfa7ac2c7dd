import type { Payload } from 'payload'
import type { Settings } from '../theme/content/edition.ts'

/** What the public forms are mounted with. */
export type IntakeOptions = {
  payload: Payload
  /** Where files wait until their form is whole. */
  folder: string
  /** The site's name, crest and colours, as readers see them; null before there are any. */
  settings: () => Promise<Settings | null>
}
