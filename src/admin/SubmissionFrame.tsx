'use client'
import { useEffect, useRef, useState } from 'react'

const GROUNDS = ['sang', 'toi'] as const
type Ground = (typeof GROUNDS)[number]
type Words = { ground: string; grounds: Record<Ground, string> }

/** The drawn submission in a sandbox without scripts, as tall as its content, so that a thumb scrolls one page only; on a light ground and on a dark one, as readers may have it. */
export const SubmissionFrame = ({ src, title, words }: { src: string; title: string; words: Words }) => {
  const frame = useRef<HTMLIFrameElement>(null)
  const [ground, setGround] = useState<Ground>('sang')
  const [height, setHeight] = useState(600)
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const observer = new ResizeObserver(() => measure())
    const measure = (): void => {
      const body = element.contentDocument?.body
      if (body) setHeight(Math.ceil(body.getBoundingClientRect().height) + 2)
    }
    // The frame may have loaded before this script did.
    const follow = (): void => {
      const body = element.contentDocument?.body
      if (!body) return
      observer.disconnect()
      observer.observe(body)
      measure()
    }
    element.addEventListener('load', follow)
    follow()
    return () => {
      element.removeEventListener('load', follow)
      observer.disconnect()
    }
  }, [src, ground])
  return (
    <>
      <p role="group" className="ct-grounds" aria-label={words.ground}>
        {GROUNDS.map((mau) => (
          <button key={mau} type="button" className="ct-button" aria-pressed={mau === ground} onClick={() => setGround(mau)}>
            {words.grounds[mau]}
          </button>
        ))}
      </p>
      <iframe ref={frame} className="ct-frame" src={`${src}?mau=${ground}`} title={title} sandbox="allow-same-origin" style={{ height }} />
    </>
  )
}
