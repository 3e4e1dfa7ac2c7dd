/**
 * Rule: drawn rich text passes a second wall before readers get it: exactly the tags, attributes, classes and addresses
 * the renderer makes, and nothing else. A fault in the renderer then shows as missing words, never as script.
 */
import sanitize from 'sanitize-html'
import type { FileUrl } from '../content/edition.ts'
import { Html } from './html.ts'

const PLAIN = [
  'p',
  'span',
  'h2',
  'h3',
  'h4',
  'ul',
  'ol',
  'li',
  'blockquote',
  'strong',
  'em',
  's',
  'u',
  'sub',
  'sup',
  'code',
  'br',
  'hr',
  'figcaption',
  'figure',
  'table',
  'caption',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
  'div',
]
const FILE = /^[0-9a-f]{64}\/(?:[a-z0-9]{1,10}\.[a-z0-9]{1,5}|[a-z0-9-]{1,90}\.(?:pdf|docx|xlsx))$/
const SOURCES = /\.(?:avif|webp|jpe?g|png)$/
const PLAYED = /\.(?:mp4|m4a|mp3)$/

/** Each link outside says so to search engines, whatever the renderer forgot. */
const markOutside: sanitize.Transformer = (tagName, attribs) =>
  /^https?:/i.test(attribs.href ?? '') && !/\bnofollow\b/.test(attribs.rel ?? '')
    ? { tagName, attribs: { ...attribs, rel: 'noopener nofollow' } }
    : { tagName, attribs }

function optionsFor(url: FileUrl): sanitize.IOptions {
  const base = url('\n', '').split('\n')[0]!
  const isOurs = (address: string): boolean => address.startsWith(base) && FILE.test(address.slice(base.length))
  const isPicture = (address: string): boolean => isOurs(address) && SOURCES.test(address)
  const isPlayed = (address: string): boolean => isOurs(address) && PLAYED.test(address)
  const allOurs = (srcset = ''): boolean => srcset.split(',').every((one) => isPicture(one.trim().split(/\s+/)[0]!))
  return {
    allowedTags: [...PLAIN, 'a', 'img', 'picture', 'source', 'video', 'audio'],
    allowedAttributes: {
      a: ['href', 'data-in', 'download', { name: 'rel', multiple: true, values: ['noopener', 'nofollow', 'external', 'noreferrer'] }],
      img: [
        'src',
        'srcset',
        'sizes',
        'width',
        'height',
        'alt',
        { name: 'loading', values: ['lazy'] },
        { name: 'decoding', values: ['async'] },
        { name: 'fetchpriority', values: ['high'] },
      ],
      video: ['src', 'poster', 'width', 'height', 'controls', 'playsinline', 'aria-label', { name: 'preload', values: ['none', 'metadata'] }],
      audio: ['src', 'controls', 'aria-label', { name: 'preload', values: ['none'] }],
      source: ['type', 'srcset', 'sizes'],
      span: [{ name: 'aria-hidden', values: ['true'] }],
      ol: ['start'],
      th: [{ name: 'scope', values: ['col', 'row'] }],
      td: ['data-nhan'],
      div: [{ name: 'role', values: ['group'] }, { name: 'tabindex', values: ['0'] }, 'aria-label'],
    },
    // Classes the style sheet knows: a file's line, a link outside, the ground of a picture.
    allowedClasses: {
      p: ['tep', 'mo', 'phim-ve', 'phim-ngoai'],
      div: ['bang'],
      table: ['khoi'],
      span: ['ngoai', 'an', 'mo'],
      img: [/^nen-[0-9a-f]{3}$/],
      picture: [/^nen-[0-9a-f]{3}$/],
    },
    allowedSchemes: ['https', 'http', 'mailto', 'tel'],
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    enforceHtmlBoundary: false,
    selfClosing: ['br', 'hr', 'img', 'source'],
    transformTags: { a: markOutside },
    exclusiveFilter: ({ tag, attribs }) => {
      if (tag === 'img') return !isPicture(attribs.src ?? '') || (attribs.srcset !== undefined && !allOurs(attribs.srcset))
      if (tag === 'video' || tag === 'audio') return !isPlayed(attribs.src ?? '') || (attribs.poster !== undefined && !isPicture(attribs.poster))
      return tag === 'source' && !allOurs(attribs.srcset)
    },
  }
}

const known = new WeakMap<FileUrl, sanitize.IOptions>()

/** `url`: where this site's files stand; pictures may come from nowhere else. */
export function textWall(drawn: Html, url: FileUrl): Html {
  const options = known.get(url) ?? optionsFor(url)
  known.set(url, options)
  return new Html(sanitize(drawn.text, options))
}
