/**
 * Steps at which a test kills the service with SIGKILL. A production bundle defines the constant as false, and nothing
 * of this file or its calls is left in it (tests/unit/failpoint.test.ts).
 */
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

declare const CONG_TRUONG_FAILPOINTS: boolean

/** Every step, by the name a test arms; the prefix is what a search of the bundle looks for. */
export type Step = `failpoint:${
  | 'locked'
  | 'edit-noted'
  | 'file-opened'
  | 'file-before-rename'
  | 'file-after-rename'
  | 'submission-written'
  | 'verdict-written'
  | 'edition-written'
  | 'edition-ended'
  | 'state-saved'
  | 'log-written'
  | 'bundled'
  | 'before-commit'
  | 'after-commit'
  | 'before-answer'}`

/** The file named by the environment holds `<n> <step>`: the n-th pass of that step from now on ends the process. */
export function failpoint(step: Step): void {
  if (typeof CONG_TRUONG_FAILPOINTS !== 'undefined' && CONG_TRUONG_FAILPOINTS) {
    const file = process.env.CONG_TRUONG_FAILPOINT_FILE
    if (!file) return
    appendFileSync(`${file}.passed`, `${step}\n`)
    let armed = ''
    try {
      armed = readFileSync(file, 'utf8')
    } catch {
      return
    }
    const [left, name] = armed.split(' ')
    if (name !== step) return
    if (Number(left) > 1) return writeFileSync(file, `${Number(left) - 1} ${step}`)
    rmSync(file)
    process.kill(process.pid, 'SIGKILL')
  }
}
