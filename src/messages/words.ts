/** In the words of which level refusals are said: of the preset the regulation was made from, as the service last read it. */
import { tuNguOf, type TuNgu } from '../presets/words.ts'
import type { Cap } from '../presets/cap.ts'
import type { Language } from './sentence.ts'

type Housed = { payload?: { config?: { custom?: Record<string, unknown> } } }
const KEY = 'congTruongCap'

/** Each running service has a configuration of its own, and so its own words. */
export function speakAs({ payload }: Housed, cap: Cap | null): void {
  if (payload?.config?.custom) payload.config.custom[KEY] = cap
}

export const wordsFor = ({ payload }: Housed, language: Language): TuNgu =>
  tuNguOf((payload?.config?.custom?.[KEY] as Cap | null | undefined) ?? null, language)
