/** Rule: effective sensitivity is the highest of the item, its topics and every earlier submission of it. */
import type { MucNhayCam } from './steps.ts'

export const highest = (levels: readonly (MucNhayCam | null | undefined)[]): MucNhayCam => (levels.includes('cao') ? 'cao' : 'thuong')
