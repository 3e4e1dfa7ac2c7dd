'use client'
import { useId } from 'react'
import type { PeopleWords } from '../messages/people.ts'

/** A link nobody will be shown again: selected by one touch. Without an address of the site it leads to where this page is. */
export const ShownLink = ({ link, words }: { link: string; words: PeopleWords }) => {
  const id = useId()
  const { pathname, hash } = new URL(link)
  return (
    <p className="ct-note">
      <label htmlFor={id}>{words.shown}</label>
      <input id={id} readOnly value={new URL(pathname + hash, window.location.origin).toString()} onFocus={(e) => e.target.select()} />
    </p>
  )
}
