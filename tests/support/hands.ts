/** A person's hands in the browser: every press and every letter is counted, and how long the machine kept them waiting. */
import type { Locator, Page } from 'playwright-core'

export type Effort = {
  clicks: number
  keys: number
  /** Milliseconds from a press to the page that answers it. */
  waited: number
}
export const noEffort = (): Effort => ({ clicks: 0, keys: 0, waited: 0 })
export const together = (efforts: readonly Effort[]): Effort =>
  efforts.reduce((a, b) => ({ clicks: a.clicks + b.clicks, keys: a.keys + b.keys, waited: a.waited + b.waited }), noEffort())

/**
 * Seconds somebody unhurried needs: a press with thinking 2.7 s (1.35 to decide, 1.35 to reach and press), a letter 0.5 s (two
 * a second, a slow typist), and the machine's own time. An estimate by the keystroke-level model of Card, Moran and Newell (1980).
 */
export const secondsOf = ({ clicks, keys, waited }: Effort): number => clicks * 2.7 + keys * 0.5 + waited / 1000

export class Hands {
  readonly page: Page
  readonly effort = noEffort()
  constructor(page: Page) {
    this.page = page
  }

  async #press(what: Locator): Promise<void> {
    this.effort.clicks += 1
    await what.click()
  }

  /** A press that leads to another page. */
  async follow(selector: string): Promise<void> {
    const before = performance.now()
    await Promise.all([this.page.waitForEvent('domcontentloaded'), this.#press(this.page.locator(selector).first())])
    this.effort.waited += performance.now() - before
  }

  press = (selector: string): Promise<void> => this.#press(this.page.locator(selector).first())

  async type(selector: string, text: string): Promise<void> {
    await this.press(selector)
    this.effort.keys += text.length
    await this.page.fill(selector, text)
  }

  /** Text copied elsewhere: into the field, everything in it chosen, put in. */
  async paste(selector: string, text: string): Promise<void> {
    await this.press(selector)
    this.effort.keys += 2
    await this.page.fill(selector, text)
  }

  async choose(selector: string, value: string): Promise<void> {
    this.effort.clicks += 2
    await this.page.selectOption(selector, value)
  }
}
