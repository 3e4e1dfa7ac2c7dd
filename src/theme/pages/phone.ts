import { html, type Html } from '../draw/html.ts'

/** A number to call, kept on one line. */
export const phoneLink = (number: string): Html => html`<a href="tel:${number.replace(/[^+\d]/g, '')}">${number.replaceAll(' ', '\u00a0')}</a>`
