'use client'
import { useRef, useState } from 'react'

/** The drawn submission in a sandbox without scripts, as tall as its content, so that a thumb scrolls one page only. */
export const SubmissionFrame = ({ src, title }: { src: string; title: string }) => {
  const frame = useRef<HTMLIFrameElement>(null)
  const [height, setHeight] = useState(600)
  const measure = (): void => {
    const body = frame.current?.contentDocument?.documentElement
    if (!body) return
    setHeight(body.scrollHeight)
    new ResizeObserver(() => setHeight(body.getBoundingClientRect().height || body.scrollHeight)).observe(body.querySelector('main') ?? body)
  }
  return <iframe ref={frame} className="ct-frame" src={src} title={title} sandbox="allow-same-origin" style={{ height }} onLoad={measure} />
}
