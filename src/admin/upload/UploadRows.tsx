'use client'
/** One line a file: its name, how far it is, or why it was not taken. */
import type { EditorWords } from '../../messages/editor.ts'
import type { Uploads } from './useUploads.ts'

export const UploadRows = ({ uploads, words }: { uploads: Uploads; words: EditorWords }) => {
  const { rows, again, clear } = uploads
  if (rows.length === 0) return null
  const over = rows.every((r) => r.state !== 'waiting' && r.state !== 'sending')
  const done = rows.filter((r) => r.state === 'done').length
  return (
    <div className="ct-uploads">
      <p role="status">{words.uploaded(done, rows.length, rows.filter((r) => r.state === 'refused' || r.state === 'offline').length)}</p>
      <progress
        max={rows.length}
        value={rows.reduce((sum, r) => sum + (r.state === 'waiting' || r.state === 'sending' ? r.part : 1), 0)}
        aria-label={words.uploading}
      />
      <ul>
        {rows.map((r) => (
          <li key={r.key} data-state={r.state}>
            <strong>{r.file.name}</strong>{' '}
            {r.state === 'done' && r.id !== null ? <a href={`/admin/collections/tu-lieu/${r.id}`}>{words.describe}</a> : r.why || words.uploadState[r.state]}
            {r.frames > 1 && ` ${words.firstFrame}`}
            {r.twin !== null && (
              <>
                {' '}
                <a href={`/admin/collections/tu-lieu/${r.twin}`}>{words.twin}</a>
              </>
            )}
            {(r.state === 'offline' || r.state === 'refused') && (
              <button type="button" className="ct-button" onClick={() => again(r.key)}>
                {words.again}
              </button>
            )}
          </li>
        ))}
      </ul>
      {over && (
        <button type="button" className="ct-button" onClick={clear}>
          {words.close}
        </button>
      )}
    </div>
  )
}
