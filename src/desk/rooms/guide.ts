/** The first day: what this person does here, in a handful of steps with the places where he does it. */
import { stepsFor } from '../../messages/firstSteps.ts'
import { html } from '../../theme/draw/html.ts'
import type { Room } from '../room.ts'

export const guide: Room = {
  path: '/lam-viec/huong-dan',
  draw: async ({ actor }) => ({
    title: 'Hướng dẫn một phút',
    main: html`${stepsFor(actor.vaiTro).map(
      ({ ten, buoc }) =>
        html`<h2>${ten}</h2>
          <ol>${buoc.map(({ viec, noi }) => html`<li>${viec}${noi !== undefined && html` <a href="${noi}">Mở</a>`}</li>`)}</ol>`,
    )}<p class="hang"><a class="nut phu" href="/lam-viec">Về việc của tôi</a></p>`,
  }),
}
