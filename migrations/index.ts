import type { Migration } from 'payload'
import * as initial from './20261121_020000_initial.ts'
import * as wall from './20261121_030000_wall.ts'
import * as authority from './20261121_050000_authority.ts'
import * as authorityWall from './20261121_051000_authority_wall.ts'
import * as pages from './20261121_060000_pages.ts'
import * as pagesWall from './20261121_061000_pages_wall.ts'
import * as tellReaders from './20261121_062000_tell_readers.ts'
import * as search from './20261121_063000_search.ts'
import * as pictures from './20261121_064000_pictures.ts'
import * as topics from './20261121_065000_topics.ts'
import * as searchFirstPage from './20261121_066000_search_first_page.ts'
import * as signedAuthority from './20261126_071000_signed_authority.ts'
import * as hiddenEditions from './20261126_071500_hidden_editions.ts'
import * as bytes from './20261126_072000_bytes.ts'
import * as people from './20261126_073000_people.ts'
import * as limits from './20261126_074000_limits.ts'
import * as eventTimes from './20261126_150000_event_times.ts'
import * as identity from './20261126_151000_identity.ts'
import * as oneFolding from './20261126_151001_one_folding.ts'
import * as emergencyTells from './20261126_152000_emergency_tells.ts'
import * as recordBounds from './20261126_153000_record_bounds.ts'
import * as regulation from './20261127_020000_regulation.ts'
import * as membership from './20261127_021000_membership.ts'
import * as level from './20261127_022000_level.ts'
import * as peopleComeAndGo from './20261127_030000_people_come_and_go.ts'
import * as nobodysWordsLost from './20261127_050000_nobodys_words_lost.ts'
import * as bundles from './20261127_070000_bundles.ts'
import * as notices from './20261128_010000_notices.ts'
import * as sessionDevice from './20261128_020000_session_device.ts'
import * as deskWork from './20261128_030000_desk_work.ts'
import * as deviceKeys from './20261128_040000_device_keys.ts'
import * as listsAndQuotas from './20261128_050000_lists_and_quotas.ts'
import * as signedChanges from './20261128_060000_signed_changes.ts'
import * as consents from './20261128_070000_consents.ts'
import * as intake from './20261128_080000_intake.ts'
import * as channels from './20261128_090000_channels.ts'
import * as films from './20261128_100000_films.ts'
import * as officialChannels from './20261128_110000_official_channels.ts'
import * as calls from './20261128_120000_calls.ts'
import * as fileWork from './20261128_130000_file_work.ts'
import * as fileText from './20261128_140000_file_text.ts'
import * as results from './20261128_150000_results.ts'
import * as sameBytes from './20261128_160000_same_bytes.ts'
import * as teachersNo from './20261128_170000_teachers_no.ts'
import * as endedFiles from './20261128_180000_ended_files.ts'
import * as nobodyTold from './20261129_010000_nobody_told.ts'
import * as filmLimit from './20261129_020000_film_limit.ts'
import * as credit from './20261129_030000_credit.ts'
import * as ledger from './20261129_040000_ledger.ts'
import * as peopleInFiles from './20261129_050000_people_in_files.ts'
import * as quotas from './20261129_060000_quotas.ts'
import * as plan from './20261129_070000_plan.ts'
import * as ledgerMended from './20261129_080000_ledger_mended.ts'
import * as whatWasSaid from './20261129_090000_what_was_said.ts'
import * as reminders from './20261129_100000_reminders.ts'

/** In the order in which they run. Names are frozen once merged. */
export const migrations = [
  { name: '20261121_020000_initial', up: initial.up, down: initial.down },
  { name: '20261121_030000_wall', up: wall.up, down: wall.down },
  { name: '20261121_050000_authority', up: authority.up, down: authority.down },
  { name: '20261121_051000_authority_wall', up: authorityWall.up, down: authorityWall.down },
  { name: '20261121_060000_pages', up: pages.up, down: pages.down },
  { name: '20261121_061000_pages_wall', up: pagesWall.up, down: pagesWall.down },
  { name: '20261121_062000_tell_readers', up: tellReaders.up, down: tellReaders.down },
  { name: '20261121_063000_search', up: search.up, down: search.down },
  { name: '20261121_064000_pictures', up: pictures.up, down: pictures.down },
  { name: '20261121_065000_topics', up: topics.up, down: topics.down },
  { name: '20261121_066000_search_first_page', up: searchFirstPage.up, down: searchFirstPage.down },
  { name: '20261126_071000_signed_authority', up: signedAuthority.up, down: signedAuthority.down },
  { name: '20261126_071500_hidden_editions', up: hiddenEditions.up, down: hiddenEditions.down },
  { name: '20261126_072000_bytes', up: bytes.up, down: bytes.down },
  { name: '20261126_073000_people', up: people.up, down: people.down },
  { name: '20261126_074000_limits', up: limits.up, down: limits.down },
  { name: '20261126_150000_event_times', up: eventTimes.up, down: eventTimes.down },
  { name: '20261126_151000_identity', up: identity.up, down: identity.down },
  { name: '20261126_151001_one_folding', up: oneFolding.up, down: oneFolding.down },
  { name: '20261126_152000_emergency_tells', up: emergencyTells.up, down: emergencyTells.down },
  { name: '20261126_153000_record_bounds', up: recordBounds.up, down: recordBounds.down },
  { name: '20261127_020000_regulation', up: regulation.up, down: regulation.down },
  { name: '20261127_021000_membership', up: membership.up, down: membership.down },
  { name: '20261127_022000_level', up: level.up, down: level.down },
  { name: '20261127_030000_people_come_and_go', up: peopleComeAndGo.up, down: peopleComeAndGo.down },
  { name: '20261127_050000_nobodys_words_lost', up: nobodysWordsLost.up, down: nobodysWordsLost.down },
  { name: '20261127_070000_bundles', up: bundles.up, down: bundles.down },
  { name: '20261128_010000_notices', up: notices.up, down: notices.down },
  { name: '20261128_020000_session_device', up: sessionDevice.up, down: sessionDevice.down },
  { name: '20261128_030000_desk_work', up: deskWork.up, down: deskWork.down },
  { name: '20261128_040000_device_keys', up: deviceKeys.up, down: deviceKeys.down },
  { name: '20261128_050000_lists_and_quotas', up: listsAndQuotas.up, down: listsAndQuotas.down },
  { name: '20261128_060000_signed_changes', up: signedChanges.up, down: signedChanges.down },
  { name: '20261128_070000_consents', up: consents.up, down: consents.down },
  { name: '20261128_080000_intake', up: intake.up, down: intake.down },
  { name: '20261128_090000_channels', up: channels.up, down: channels.down },
  { name: '20261128_100000_films', up: films.up, down: films.down },
  { name: '20261128_110000_official_channels', up: officialChannels.up, down: officialChannels.down },
  { name: '20261128_120000_calls', up: calls.up, down: calls.down },
  { name: '20261128_130000_file_work', up: fileWork.up, down: fileWork.down },
  { name: '20261128_140000_file_text', up: fileText.up, down: fileText.down },
  { name: '20261128_150000_results', up: results.up, down: results.down },
  { name: '20261128_160000_same_bytes', up: sameBytes.up, down: sameBytes.down },
  { name: '20261128_170000_teachers_no', up: teachersNo.up, down: teachersNo.down },
  { name: '20261128_180000_ended_files', up: endedFiles.up, down: endedFiles.down },
  { name: '20261129_010000_nobody_told', up: nobodyTold.up, down: nobodyTold.down },
  { name: '20261129_020000_film_limit', up: filmLimit.up, down: filmLimit.down },
  { name: '20261129_030000_credit', up: credit.up, down: credit.down },
  { name: '20261129_040000_ledger', up: ledger.up, down: ledger.down },
  { name: '20261129_050000_people_in_files', up: peopleInFiles.up, down: peopleInFiles.down },
  { name: '20261129_060000_quotas', up: quotas.up, down: quotas.down },
  { name: '20261129_070000_plan', up: plan.up, down: plan.down },
  { name: '20261129_080000_ledger_mended', up: ledgerMended.up, down: ledgerMended.down },
  { name: '20261129_090000_what_was_said', up: whatWasSaid.up, down: whatWasSaid.down },
  { name: '20261129_100000_reminders', up: reminders.up, down: reminders.down },
] as Migration[]
