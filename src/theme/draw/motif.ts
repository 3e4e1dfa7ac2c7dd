/** Hoa ban, the flower of Điện Biên, as a quiet line drawing made for this project. */
import { Html } from './html.ts'

const PETAL = 'M32 30c-6-5-9-13-5-21 2-4 8-4 10 0 4 8 1 16-5 21z'
const petals = [0, 72, 144, 216, 288].map((turn) => `<path d="${PETAL}" transform="rotate(${turn} 32 32)"/>`).join('')
const STAMENS = '<path d="M32 32l-3-8M32 32l3-8M32 32v-9"/><circle cx="32" cy="32" r="2.2"/>'

/** Decorative: hidden from assistive technology. */
export const hoaBan = (className: string): Html =>
  new Html(
    `<svg class="${className}" viewBox="0 0 64 64" aria-hidden="true" focusable="false" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round">${petals}${STAMENS}</svg>`,
  )
