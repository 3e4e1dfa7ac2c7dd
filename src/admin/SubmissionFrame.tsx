'use client'
import { useEffect, useRef, useState } from 'react'

/** The drawn submission in a sandbox without scripts, as tall as its content, so that a thumb scrolls one page only. */
export const SubmissionFrame = ({ src, title }: { src: string; title: string }) => {
  const frame = useRef<HTMLIFrameElement>(null)
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
  }, [src])
  return <iframe ref={frame} className="ct-frame" src={src} title={title} sandbox="allow-same-origin" style={{ height }} />
}
