'use client'
import type { Options } from '../../actions/options.ts'
import type { PanelWords } from '../../messages/panel.ts'
import { moment } from '../../theme/draw/dates.ts'
import { Deadline } from '../Deadline.tsx'
import { StateBadge } from '../StateBadge.tsx'

const seenBy = ({ coBanDang, trangThai }: Options, words: PanelWords): string =>
  coBanDang ? words.live : trangThai === 'daGo' ? words.wasWithdrawn : words.notLive

/** Where the document stands, in words. */
export const GateFacts = ({ options, words }: { options: Options; words: PanelWords }) => {
  // A photograph that nobody submitted by itself is no draft: it is used or not yet.
  const use = options.trangThai === 'nhap' ? options.suDung : null
  return (
    <>
      <p>
        {use ? <strong>{words.pictureUse[use]}</strong> : <StateBadge state={options.trangThai} words={words} />}
        {options.buocCho !== null && (
          <span className="ct-muted">
            {' '}
            · {words.waitsAt}: {options.buocCho}
          </span>
        )}
      </p>
      <p className="ct-muted">{use ? words.pictureGate : seenBy(options, words)}</p>
      {options.khanDen && <Deadline until={options.khanDen} words={words} />}
      {options.henGioLuc && <p className="ct-note">{words.scheduledFor(moment(options.henGioLuc))}</p>}
      {options.loiHenGio && (
        <p className="ct-note">
          <strong>{words.scheduleFailed}</strong> {options.loiHenGio.message}
        </p>
      )}
      {options.suaSauTrinh && options.banTrinh && <p>{words.editedSince}</p>}
      {options.lyDo && (options.trangThai === 'traLai' || options.trangThai === 'tuChoi') && (
        <p className="ct-note">
          <strong>{words.reason}:</strong> {options.lyDo}
        </p>
      )}
    </>
  )
}
