/** What the institution calls itself before readers, by the level that its approved settings name. */
import { isCap } from '../../presets/cap.ts'
import { tuNguOf, withWords } from '../../presets/words.ts'
import type { Settings } from './edition.ts'

/** `{coQuan}`, or `{CoQuan}` where it begins a sentence. */
export const say = (settings: Settings | null, sentence: string): string => withWords(sentence, tuNguOf(isCap(settings?.cap) ? settings.cap : null))

export const nameOf = (settings: Settings | null): string => settings?.tenTruong ?? say(settings, '{coQuan}')
