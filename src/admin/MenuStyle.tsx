/** Leaves out of the menu and the dashboard what this person does not work with; the pages themselves stay open. */
import type { Payload, TypedUser } from 'payload'
import { toActor } from '../facts/actor.ts'
import { leftOut } from '../policy/people/panelMenu.ts'
import { runtimeOf } from '../runtime.ts'

const SLUG = /^[a-z0-9-]+$/

const css = (out: readonly string[]): string => {
  if (out.length === 0) return ''
  const ids = out.flatMap((slug) => [`#nav-${slug}`, `#nav-global-${slug}`])
  const cards = out.map((slug) => `#card-${slug}`)
  return [
    `${ids.join(',')}{display:none}`,
    `.nav-group:not(:has(.nav__link:not(${ids.join(',')}))){display:none}`,
    `.collections__card-list>li:has(${cards.join(',')}){display:none}`,
    `.collections__group:not(:has(.card:not(${cards.join(',')}))){display:none}`,
  ].join('')
}

export const MenuStyle = ({ payload, user }: { payload: Payload; user?: TypedUser }) => {
  const actor = toActor(user as never)
  if (!actor) return null
  const slugs = [...payload.config.collections, ...payload.config.globals].map(({ slug }) => slug).filter((slug) => SLUG.test(slug))
  return <style>{css(leftOut(actor, slugs, runtimeOf(payload).gates))}</style>
}
