/** What stands in the way of showing a person, and of what a class sends. */
import type { INTAKE_VI } from './intakeVi.ts'
import type { Sentences } from './vi.ts'

export const INTAKE_EN: Pick<Sentences, keyof typeof INTAKE_VI> = {
  CONSENT_KEPT: () => 'This consent is evidence: its name, year and guardian stay, and a withdrawal is not undone. Record a new one.',
  CONSENT_WITHDRAW: () =>
    'What is live rests on this consent: no channel is taken from it, and it ends no earlier. Withdraw it instead; everything that shows this person is taken down at once.',
  MISSING_CONSENT: (d) =>
    `No valid consent of ${d.who ?? 'a person in the story'}${d.anh ? ` (in “${d.anh}”)` : ''} for the website${d.vi === 'rut' ? ': it was withdrawn' : d.vi === 'hetHan' ? ': it has expired' : ''}. Add one or take the person out.`,
  TOO_SHORT: (d, field) => `“${field}” is too short (at least ${d.min} characters). Tell a little more.`,
  DAY_AHEAD: (_, field) => `“${field}” has not come yet. Choose the day on which it happened.`,
  DAY_PAST: (d, field) => `“${field}” is more than ${d.max} years ago. Look at the year again.`,
  CALL_CLOSED: () => 'This call is closed.',
  WORK_NEEDED: () =>
    'Many forms come under this code. Press send once more: the machine checks for some seconds. If it is said again, wait a quarter of an hour; what was typed stays.',
  CHANNEL_NOT_AGREED: ({ ten }) => `${ten}: no agreement to be told there. Ask, write it on the consent, then record it.`,
  INTAKE_TOO_BIG: ({ ten, nang, max }) => `“${ten}” has ${nang} MB; ${max} MB are taken of one such file. Make it shorter or smaller.`,
  INTAKE_KIND: ({ ten }) => `“${ten}” is neither a picture nor a film nor sound. Choose another file.`,
  PICTURE_COVERED_TWIN: ({ ten, so }) =>
    `“${ten}” is the same picture as number ${so}, which was covered. Use the covered one, cover this one, or uncover number ${so}.`,
  CLASS_NOT_ASKED: ({ ten }) =>
    `The class has not asked those shown in “${ten}”. Ask them and tag them, cover their faces, leave it out, or mark that nobody can be recognised.`,
  PICTURE_COVERED_SINCE: ({ ten }) => `Somebody in “${ten}” was covered after this was submitted. Submit it again with the covered picture.`,
  CALL_OPEN: () => 'This call still takes entries: close it first.',
  INTAKE_GONE: () => 'A picture sent before is there no more (it is kept for a day). Choose it again; your words are kept.',
  QUESTIONS_FULL: (d) => `The class was asked ${d.max} times. Talk to it, or decline with a reason.`,
  CODE_UNKNOWN: () => 'This code is not right. Look at the poster of your class again, or ask the focal point.',
  CODE_ENDED: () => 'This code has expired or was replaced. Ask the focal point for the new one.',
  INTAKE_TODAY: () => 'Your class has sent all it can today. Nothing was sent; keep it and send it tomorrow.',
  INTAKE_FILES: (d) => `At most ${d.max} pictures, each of ${d.mb} MB at most, a film of ${d.phim} MB. Send fewer; your words are kept.`,
  FORM_STALE: () => 'This page has been open for long, or was sent too fast. Press send once more; your words are kept.',
  QUESTION_OPEN: () => 'The class has not answered the last question yet. Wait for it.',
  MERGE_UNFIT: () => 'These two cannot be merged: the other was submitted, merged or declined. Reload and choose another.',
  CONSENT_AGE: (d) =>
    `The consent of ${d.who}${d.anh ? ` (in “${d.anh}”)` : ''} lacks ${d.can === 'namSinh' ? 'a year of birth' : d.can === 'chinhChu' ? 'the person’s own word (from 7 years on)' : 'a parent or guardian (below 16)'}. Open it and add that.`,
  NEVER_SHOWN: (d) =>
    `${d.who} is on the never-show list. Take the name and pictures out; if this is somebody else of that name, add a consent with his year of birth.`,
  MISSING_PERSON: () => 'A good-deed story needs at least one person with a consent.',
}
