import { CHAIN_EN } from './chain.ts'
import { INTAKE_EN } from './intakeEn.ts'
import type { Detail, Sentences } from './vi.ts'

export const STATES_EN = {
  nhap: 'Draft',
  choTiepNhan: 'Waiting for reception',
  choBienTap: 'Waiting for editing',
  choDuyet: 'Waiting for approval',
  daDuyet: 'Approved',
  henGio: 'Scheduled',
  daDang: 'Published',
  traLai: 'Returned',
  tuChoi: 'Rejected',
  daGo: 'Withdrawn',
} as const

const stateName = (d: Detail): string => STATES_EN[d.trangThai as keyof typeof STATES_EN] ?? 'as it is'

const OFFICE_FAULTS: Record<string, string> = {
  macro: 'macros. Save it as plain .docx or .xlsx, or export it as PDF',
  activeX: 'controls that run. Export it as PDF',
  embedded: 'another file inside it. Remove that, or export it as PDF',
  external: 'parts fetched from elsewhere when it is opened. Copy them in, or export it as PDF',
  hidden: 'hidden text or sheets its reviewer would not see. Show or delete them',
  tracked: 'tracked changes. Accept them all',
  comments: 'comments. Delete them',
  field: 'fields that fetch from elsewhere. Turn them into text (Ctrl+Shift+F9)',
  picture: 'a picture of a kind that is not taken (EMF, WMF, SVG, TIFF). Make it PNG or JPEG',
  pivot: 'a pivot table with its source data. Paste it as values',
  formula: 'formulas that fetch from elsewhere. Paste them as values',
  doctype: 'a declaration no office writes. Open it and save it again',
  unknown: 'something that is not known. Open it, save it again, or export it as PDF',
}

const PLAYED_FAULTS: Record<string, string> = {
  hong: 'it is damaged or was cut off. Choose another.',
  hevc: 'it is HEVC (H.265), which many devices do not play. On an iPhone: Settings, Camera, Formats, Most Compatible; or link to the school’s channel.',
  maKhac: 'it is not H.264 and AAC. Export it as MP4 (H.264), or link to the school’s channel.',
  phanManh: 'it is recorded in fragments. Save it as one MP4.',
  khongHinh: 'there is nothing to see or hear in it.',
  dai: 'it is longer than an hour. Shorten it, or link to the school’s channel.',
  ngoai: 'its data lies in another file. Export it as one whole MP4.',
}

const QUOTA_NAMES_EN: Record<string, string> = { tep: 'files of 24 hours', trinh: 'submissions of an hour', nhap: 'drafts of 24 hours' }

export const en: Sentences = {
  ...INTAKE_EN,
  UNAUTHENTICATED: () => 'You are not signed in, or the session has ended. Please sign in again.',
  NOT_FOUND: () => 'This was not found. Check the address or look in the list.',
  FORBIDDEN: (d) =>
    d.nguoiTrinh
      ? 'Only whoever submitted this can take it back. Ask that person, or wait for the verdict.'
      : d.buoc
        ? `The step “${d.buoc}” is another person’s. There is nothing for you to do.`
        : 'Your role cannot do this. Ask the office if it is needed.',
  SELF_REVIEW: () => 'You contributed to this text, so you cannot review it. Ask another approver.',
  PUBLISH_SWITCH_CLOSED: () => 'Content is published by review only. Save the draft, then choose “Submit”.',
  BULK_NOT_ALLOWED: () => 'Documents are edited and deleted one at a time. Open each of them.',
  ROLE_NOT_GRANTABLE: () => 'Only the spokesperson grants or removes approving roles. Send the request there.',
  ROLE_CONFLICT: () => 'A technical administrator cannot be an approver as well. Make two accounts for two people.',
  PASSWORD_OF_ANOTHER: () => 'Nobody sets another person’s password. Use “Forgot password”.',
  EMAIL_OF_APPROVER: () =>
    'The address of somebody who holds or held authority to approve cannot be changed. Make a new account with the new address and close this one.',
  NAME_OF_APPROVER: () => 'Readers see an approver’s name and post, so only the spokesperson changes them. Ask the spokesperson.',
  NAME_OF_OWNER: () => 'Nobody writes his own name, post and unit. Ask the technical administrator or the spokesperson.',
  PROOF_NEEDED: (d) =>
    `This outlasts your session, so it needs your password, given in the last ${d.phut} minutes. Enter it at “Confirm your password”, then do this again.`,
  WRONG_CODE: () => 'The code is wrong or was used. Wait for a new one, or use a recovery code.',
  CODE_WAITS: (d) =>
    `This code counts from ${d.luc} on, a day after it was set up. Until then a key of your phone, vouched for by the spokesperson, can be used.`,
  DEVICE_NEEDED: () =>
    'The regulation demands a signature of the approver’s own device. Approve at the desk with the phone that has the key, or register one under Account.',
  SIGNATURE_NEEDED: () => 'You have a key or a code, so this decision needs the device’s signature or the code. Decide at the desk.',
  FACTOR_NEEDED: () =>
    'The regulation demands a second factor of whoever approves. Add a key or a code under Account at the desk (a minute), then approve again.',
  COMMENTS_FULL: (d) => `There are ${d.max} open remarks on this. Settle those that were seen to, or return it with one reason.`,
  CHANGE_SIGNATURE: () =>
    'You have a key, so a change of who may approve, or of the regulation, needs its signature. Nothing was changed. Press “Sign with this device”, then save again.',
  DEVICE_SIGNATURE: () => 'The device’s signature does not fit this decision. Nothing was written. Try again with a key of your own.',
  SIGNED_TOO_LATE: () => 'The signature is older than five minutes, or the log is not what it was. Nothing was written. Look again and sign anew.',
  KEY_EXISTS: () => 'This key is registered already.',
  KEY_NOT_VOUCHED: () => 'This key was not vouched for as it must be. Ask the spokesperson, or confirm it at the server’s console.',
  WRONG_PASSWORD: () => 'The password is not right. Enter the one you sign in with.',
  CO_AUTHOR_UNIT: () => 'Co-authors are of the author’s own unit. Leave others out, or ask the office to name them.',
  QUOTA_NUMBER: (d) => `A quota is a number from 1 to ${d.max}. Where there is none any more, say its last month.`,
  QUOTA_KEPT: (d) => `“${d.ten}” was in force in months that are over, and stays. Say its last month, from last month on, and add another from this month.`,
  LINK_EXPIRED: () => 'This link was used, has expired or is not right. Ask for a new one and use the newest mail.',
  PASSWORDS_DIFFER: () => 'The two passwords differ. Type both again.',
  EMAIL_UNREADABLE: () => 'This is no e-mail address. Write it like name@school.edu.vn.',
  EMAIL_TAKEN: (d) => `An account with the address ${d.email} exists. Look for it in the list, or use another address.`,
  ACCOUNT_SWITCH: () => 'An account is closed and reopened by “Leave” and “Reopen” at the head of its page, where unfinished pieces are handed over.',
  ACCOUNT_CLOSED: () => 'This account is closed. If the person is back, use “Reopen” first.',
  ACCOUNT_OPEN: () => 'This account is open already.',
  INVITATION_ACCEPTED: () => 'This person has set a password. Whoever forgot it uses “Forgot password” at the sign-in page.',
  HANDOVER_NEEDED: (d) => `This person still has ${d.so} unfinished pieces. Choose who takes them over.`,
  HANDOVER_UNFIT: () => 'Whoever takes over must be another author with an open account. Choose someone else.',
  LEAVING_SELF: () => 'Nobody closes his own account. Ask the spokesperson or the administrator.',
  ROLES_WAIT: () => 'A request for this person already waits for the spokesperson.',
  ROLES_HELD: () => 'This person has these roles already.',
  ADDRESS_UNCONFIRMED: () =>
    'The owner of this account has not confirmed its address, so it takes no authority yet. Ask the person to set a password through the mailed link, then do this again.',
  NAME_TAKEN: (d) => `An active account has this name and post already (${d.ten}). Add a middle name, or the unit to the post, to tell the two apart.`,
  PASSWORD_WEAK: (d) =>
    `A password needs at least ${d.min} characters, not digits alone, and is not the address. Choose a long sentence that is easy to remember.`,
  LAST_SPOKESPERSON: () =>
    'This is the only active spokesperson. Give the role to a successor first; if nobody can, whoever keeps the server runs “npm run authority:succeed”.',
  MEANWHILE: () => 'Something else was done at the same moment. Nothing was changed; please press again.',
  NOT_YOURS: (_, field) => `You cannot read what “${field}” names, so you cannot use it. Choose your own, or ask the office.`,
  EMAIL_DOMAIN: (d) => `Use an official e-mail address at: ${d.domains}.`,
  FIRST_USER_CLOSED: () => 'No account can be registered here. The first one is made on the server with “npm run admin:create”.',
  WRONG_STATE: (d) =>
    d.trangThai === 'nhap'
      ? 'This is still a draft: nothing waits to be decided or published. Submit it first.'
      : `The document is “${stateName(d)}”, so this cannot be done now. Reload to see the next step.`,
  STALE_SUBMISSION: () => 'There is a newer submission than the one you read. Open it, read it, then decide.',
  STALE_VERSION: (d) =>
    `${d.nguoi ? `${d.nguoi} saved` : 'There is'} a newer text than the one on this screen${d.luc ? ` (at ${d.luc})` : ''}. What you typed is still here; look at both and choose.`,
  VERSION_NEEDED: () => 'This page does not say which text it edits, so nothing was saved. Copy what you typed, reload the page and save again.',
  UNCHANGED: () => 'The content is the same as the live edition. Change it, then submit.',
  DECIDED_ALONE: () => 'Sensitive content is never decided in a bundle. Open it by itself, read it, then decide.',
  NEEDS_LEFT_OUT: (d) => `“${d.ten}”, which this names, is not published yet. Approve that first, then this again.`,
  REGULATION_IN_FORCE: () => 'The site is open, and another preset would replace the whole regulation. Change its steps and points in the panel.',
  CHAIN_IN_FORCE: () => 'A chain of several steps is in force already. Change its steps in the panel.',
  OPENING_DONE: () => 'The site is open already, so there is no opening bundle any more. Submit documents one by one, or as an ordinary bundle.',
  CLOSED_BY_REJECTION: () => 'This was rejected. Ask the office to submit it if it should be considered again.',
  HAS_RECORD: () => 'This was submitted once, so it cannot be deleted, only withdrawn.',
  ACCOUNT_KEPT: () => 'The account is named in the record and cannot be deleted. Clear “Active” to close it.',
  SINGLE_DOCUMENT: () => 'There is one settings document only. Open it to edit.',
  SLUG_TAKEN: (d) =>
    d.cho
      ? `Another document that waits has asked for the address “${d.slug}”. Choose another, or leave it empty.`
      : d.slug
        ? `The address “${d.slug}” belongs to another document. Choose another.`
        : 'The address belongs to another document. Submit again to get a new one.',
  SLUG_RESERVED: (d) => `The address “${d.slug}” is one of the site’s own. Choose another, for example “${d.slug}-cua-truong”.`,
  SIGN_IN_FAILED: () => 'The address or the password is wrong, or the account is closed. Type them again, or set a new password.',
  LISTED_TWICE: () => 'This address stands in a row above already. Remove one of the rows or correct the address.',
  UNIT_UNKNOWN: (d) => `There is no unit called “${d.ten}” yet. Add it in the step before, or correct the name.`,
  COLOUR_FAINT: (d, field) => `The colour in “${field}” is too faint to be read. Take the nearest one that can be: ${d.mau}.`,
  PLAN_CLASH: ({ chu }, field) => `Somebody has just changed ${field} to “${chu}”. Yours still stands in the field; save once more to put it in its place.`,
  PLAN_ROW_EXISTS: () => 'The plan has this already in those months. Open that row and change it there.',
  PLAN_UNREADABLE: ({ vi }) =>
    ({
      pdf: 'A PDF keeps no tables. Send the Word file, or copy the table and paste it.',
      encrypted: 'This file has a password. Take it off and send it again, or copy the table and paste it.',
      tooLarge: 'This file is too large to be a plan. Copy the table alone and paste it.',
      noPlan: 'No table of a plan was found: one with a month and a content column, or a topic and a product column, or lines that begin with “Tháng 9:”.',
    })[String(vi)] ?? 'This file cannot be read. Save it as Word (.docx), or copy the table and paste it.',
  MONTH_UNKNOWN: ({ chu }) => `“${chu}” names no month for certain. Write its number, like “9” or “9, 10”; empty is the whole year.`,
  SHEET_UNREADABLE: () => 'This file cannot be read as a table. Save it as .xlsx or .csv, or copy its rows and paste them.',
  NOTHING_CHOSEN: () => 'Nothing is chosen. Mark at least one item and press again.',
  NOTHING_LISTED: () => 'The list has no row yet. Paste one line for each, or choose a file.',
  MISSING_FIELD: (_, field) => `Missing: ${field}.`,
  MISSING_ALT_TEXT: (_, field) => `The picture in “${field}” has no alternative text. Open it and describe what it shows.`,
  MISSING_REASON: () => 'Please give a reason, so that the sender knows what to do.',
  BUNDLE_SIZE: (d) => `A bundle holds 1 to ${d.max} different documents. Make several bundles.`,
  MISSING_SUBMISSION: () => 'The request does not name the submission that was read. Open it again, then decide.',
  NOT_LIVE: (_, field) => `What “${field}” names is not published yet. Submit and approve that first.`,
  ...CHAIN_EN,
  NO_APPROVER: (d) => `Nobody is left for the step “${d.buoc}” who has not contributed. Ask the spokesperson to grant the role or delegate.`,
  DELEGATE_UNFIT: () =>
    'Authority cannot be lent to this person: it must be another, active account that is not the technical administrator’s. Choose another.',
  DELEGATION_DATES: () => 'A delegation ends after it begins, is not over yet and lasts a year at most. Choose the two dates again.',
  DELEGATION_KEPT: () => 'A delegation once written is not changed. Revoke it and write a new one.',
  EMERGENCY_USED: () =>
    'The emergency edition before was not confirmed, so there is no other. Ask the remaining reviewer to confirm the submission that waits.',
  EMBARGO: (d) => `This may not go out before ${d.luc ?? 'its hour'}. Choose a later hour, or take the embargo off on its history page.`,
  SCHEDULE_TIME: () => 'The hour must be ahead, within a year, and is set with the last approval or after it. Choose it again.',
  YEAR_UNLIKELY: (_, field) => `The year of “${field || 'the date'}” looks mistyped: years from 1900 to 2199 are taken. Correct the year.`,
  EVENT_NO_BEGINNING: () => 'The event has a place or an end but no beginning. Say when it begins, or empty its other fields.',
  EVENT_ENDS_FIRST: () => 'The event ends before it begins. Correct one of the two.',
  EVENT_TOO_LONG: (d) =>
    `The event lasts more than ${d.max} days, which the calendar does not show; the year may be mistyped. Correct its end, or make several events of it.`,
  CHECKLIST_INCOMPLETE: (d) => `A mandatory point is not met: ${d.noiDung}`,
  TOO_LONG: (d, field) => `“${field}” is longer than ${Number(d.max).toLocaleString('en')}. Shorten it or split it.`,
  FORBIDDEN_CHARACTER: (d, field) => `“${field}” contains a character that is not allowed (${d.fault})${d.cho ? ` at “${d.cho}”` : ''}. Delete and retype it.`,
  LEGACY_FONT: (d, field) =>
    `“${field}” has words of the legacy font ${d.phong}: “${d.chu}”. Paste them again and choose “Convert to Unicode”, or retype them.`,
  LINK_NOT_ALLOWED: (d, field) =>
    `The link ${d.chu ? `of the words “${d.chu}” (address “${d.url || 'none'}”)` : `“${d.url}”`} in “${field}” cannot be used. Use a full https://${d.web ? '' : ', mailto: or tel:'} address.`,
  LINK_MISLEADING: (d, field) => `In “${field}” the words “${d.seen}” read like an address, yet the link leads to ${d.url}. Make them agree.`,
  LINK_HOST_NOT_ALLOWED: (d, field) =>
    `A link in “${field}” leads to ${d.host}, which is not on the list of allowed sites. Remove it, or ask the spokesperson to add the host to the regulation.`,
  ADDRESS_DEAD: (d, field) =>
    `${d.ten ? `“${d.ten}”` : `A link in ${field}`} leads to ${d.url}, where nothing stands on the site. Choose another place, or publish that first.`,
  CONTENT_NOT_ALLOWED: (d, field) => {
    if (d.what === 'depth') return `“${field}” nests lists or quotations too deeply. Use fewer levels.`
    if (d.what === 'nodes') return `“${field}” has too many paragraphs and lines. Split it, or attach a PDF.`
    return `“${field}” contains something that cannot be published (${d.what}). Remove it.`
  },
  TABLE_NOT_ALLOWED: (d, field) =>
    `Table ${d.so}${d.chu ? ` (“${d.chu}”)` : ''} in “${field}” cannot be published (${d.why}; ${d.hang} rows, ${d.cot} columns). At most 200 rows and 20 columns, no merged cells, rows of one length.`,
  FILM_TOO_BIG: (d) =>
    `“${d.ten}” has ${d.nang} MB; the regulation takes films and recordings up to ${d.max} MB. Cut it, or put it on your channel and link to it.`,
  FILM_NOT_TAKEN: (d) => `The file${d.ten ? ` “${d.ten}”` : ''} was not taken: ${PLAYED_FAULTS[String(d.vi)] ?? PLAYED_FAULTS.hong}`,
  FILE_UNREADABLE: (d, field) =>
    `The file ${d.ten ? `“${d.ten}”` : `in “${field || 'upload'}”`} cannot be read: it is broken or was not sent whole. Choose another.`,
  FILE_KIND: (d, field) =>
    `The file ${d.ten ? `“${d.ten}”` : `in “${field || 'upload'}”`} is none of the kinds that are taken (pictures; PDF, Word, Excel; MP4 and MOV films; MP3 and M4A), whatever its name says. Choose another.`,
  FILE_TOO_MANY_PIXELS: (d) => `The picture${d.ten ? ` “${d.ten}”` : ''} has more than 110 million pixels. Make it smaller and upload it again.`,
  FILE_CHANGED: (d) => `“${d.ten}” on the server is no longer what was uploaded, so it was not submitted. Upload the file again.`,
  FILE_UNFINISHED: () => 'The server did not finish with this file and nothing was changed. Try again in a few minutes, or use a smaller file.',
  STORAGE_FULL: () => 'The server is nearly out of room and takes no files for now; yours is not broken. Tell the administrator, then upload it again.',
  PDF_UNREADABLE: () => 'This PDF cannot be read to its end. Open it, print or export it as PDF again, and upload that.',
  PDF_LOCKED: () => 'This PDF is encrypted or locked by a password. Export an unlocked copy and upload that.',
  PDF_ACTIVE: (d) => `This PDF holds something active (${d.what}) and cannot be published. Print or export it as a plain PDF and upload that.`,
  OFFICE_UNREADABLE: (d) => `The file${d.ten ? ` “${d.ten}”` : ''} cannot be read to its end. Save it again as .docx or .xlsx, or export it as PDF.`,
  OFFICE_TOO_LARGE: (d) => `The file${d.ten ? ` “${d.ten}”` : ''} is too large once it is opened. Split it, or export it as PDF.`,
  OFFICE_ACTIVE: (d) =>
    `The file${d.ten ? ` “${d.ten}”` : ''} holds ${OFFICE_FAULTS[String(d.vi)] ?? OFFICE_FAULTS.unknown}, and upload that.${d.cho ? ` It is at: ${d.cho}.` : ''}`,
  PDF_NEEDED: (_, field) => `“${field}” needs a PDF. Upload the document as PDF and choose it again.`,
  PICTURE_NEEDED: (_, field) => `“${field}” needs a picture; films and files go into the text or beside it.`,
  INVALID_VALUE: (d, field) => `The value of “${field || 'the input'}” is not valid.${d.goiY ? ` Suggestion: ${d.goiY}.` : ''} Check it and try again.`,
  BAD_SIGNATURE: () => 'A verdict’s signature is not valid; nothing was published. Tell the administrator and the spokesperson at once.',
  KEY_UNKNOWN: () =>
    'A verdict names a key this server does not have, so nothing is published. Ask the administrator to bring the key ring back from the backup.',
  KEYS_MISSING: () =>
    'The server does not have the school’s signing key, so approving, publishing and changes of authority wait; pages stay open. Ask the administrator to put the key back from the backup.',
  PUBLISHING_HALTED: () =>
    'Publishing is halted because something in the record is not as it should be; nothing is lost. Tell the spokesperson and the administrator.',
  AUTHORITY_UNSEALED: () =>
    'The upgrade waits for somebody to confirm who holds which authority. Ask the administrator to run “npm run authority:seal” on the server together with the spokesperson.',
  AUTHORITY_UNSIGNED: () =>
    'This account or the regulation is not what the signed log says, so this cannot be done. Tell the spokesperson and the administrator.',
  UNKNOWN_REASON: (d) => `Choose a public reason of the regulation${d.co ? ` (${d.co})` : ''}, or leave it empty for the neutral one.`,
  EMERGENCY_OPEN: () => 'You have an emergency edition that is not confirmed yet. Have it confirmed or withdraw it first.',
  EMERGENCY_LAPSED: () => 'These words were published in an emergency once and not confirmed. Submit them for an ordinary review.',
  RECORD_REFUSED: () => 'The record refused this change. Reload; if it happens again tell the administrator.',
  TOO_LARGE: () => 'The request is too large. Make it smaller and send it again.',
  TOO_MANY: (d) => `Too many attempts. Wait ${d.giay} seconds and try again.`,
  CROSS_SITE: () => 'This request comes from another site’s page, so it was not taken. Open the school’s site, sign in and do it from there.',
  JSON_ONLY: () => 'The request is of the wrong type. Send JSON (Content-Type: application/json), or a form with a file where a file is taken.',
  QUOTA: (d) => `This account has sent its ${QUOTA_NAMES_EN[String(d.what)] ?? 'share'} (${d.max}). Go on later, or ask the office to send it.`,
  BUSY: (d) => `The server is busy with many large requests and did not take this one. Try again in ${d.giay} seconds.`,
  UNAVAILABLE: () => 'This could not be recorded and nothing was changed. Try again in a few minutes.',
  PICTURE_GONE: () => 'A picture in this item was just deleted. Reload the page, choose another and save again.',
  UNCERTAIN: () => 'It is not certain whether this was recorded. Reload the page to see, before you go on.',
  INTERNAL: ({ ma }) => `Something went wrong; your content is not lost. Try again, or tell the administrator${ma ? ` and name the incident ${ma}` : ''}.`,
}
