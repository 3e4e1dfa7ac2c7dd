/** Packs well what is kept: a moment after it was drawn and one page at a time, for whoever waits for a page goes first. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from './page.ts'

const MOMENT_MS = 200

export class Packer {
  private readonly waiting = new Set<Page>()
  private works = false

  add(page: Page): void {
    this.waiting.add(page)
    if (!this.works) void this.work()
  }

  /** What is no longer kept is not worth the work. */
  remove(page: Page): void {
    this.waiting.delete(page)
  }

  private async work(): Promise<void> {
    this.works = true
    await pause(MOMENT_MS, undefined, { ref: false })
    for (const page of this.waiting) {
      this.waiting.delete(page)
      // It stays as it is: larger, and right.
      await page.packWell().catch(() => undefined)
    }
    this.works = false
  }
}
