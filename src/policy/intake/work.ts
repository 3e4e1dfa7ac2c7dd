/** Rule: where more forms come under one code than a class writes, a form carries proof that a machine spent some seconds on it. */
import { sha256 } from '../gate/fingerprint.ts'

/** Zero bits the hash of a form's mark and its number begins with: some seconds of a cheap phone. */
export const WORK_BITS = 16

const zeros = (bits: number): RegExp => new RegExp(`^0{${bits / 4}}`)

/** `mark`: of the form, each of which is one of its own; so no work serves twice. */
export const isWorked = (mark: string, number: string): boolean => /^\d{1,12}$/.test(number) && zeros(WORK_BITS).test(sha256(`${mark}:${number}`))
