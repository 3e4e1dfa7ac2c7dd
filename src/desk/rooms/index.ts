import { consents } from '../consents/list.ts'
import { neverShownRoom } from '../consents/neverShown.ts'
import { consent } from '../consents/one.ts'
import { consentPaper } from '../consents/paper.ts'
import { classesRoom } from '../intake/classes.ts'
import { intakeItem } from '../intake/item.ts'
import { posters } from '../intake/posters.ts'
import { channels } from '../channels/one.ts'
import { onAirList } from '../channels/onAir.ts'
import { OPENING_ROOMS } from '../opening/index.ts'
import { archive } from '../archive/list.ts'
import { archived } from '../archive/one.ts'
import { contactSheets } from '../archive/sheets.ts'
import { sharingRules } from '../channels/rules.ts'
import { planImport } from '../plan/import.ts'
import { planList } from '../plan/list.ts'
import { planCalendar, planPrint, planTwoYears } from '../plan/print.ts'
import { planNewRow, planRow } from '../plan/row.ts'
import { quotaFigure } from '../quotas/figure.ts'
import { quotaGrid } from '../quotas/grid.ts'
import { call, calls } from '../intake/calls.ts'
import { cover, coverView } from '../pictures/cover.ts'
import type { Room } from '../room.ts'
import { account } from './account.ts'
import { bundle } from './bundle.ts'
import { calendar } from './calendar.ts'
import { delegations } from './delegations.ts'
import { guide } from './guide.ts'
import { health } from './health.ts'
import { history } from './history.ts'
import { home } from './home.ts'
import { inbox } from './inbox.ts'
import { preview } from './preview.ts'
import { queue } from './queue.ts'
import { read } from './read.ts'
import { begin, write } from './write.ts'

/** Every room of the desk; a new one is added here. */
export const ROOMS: readonly Room[] = [
  home,
  read,
  begin,
  write,
  preview,
  bundle,
  history,
  inbox,
  queue,
  calendar,
  planList,
  planImport,
  planNewRow,
  planPrint,
  planTwoYears,
  planCalendar,
  planRow,
  quotaGrid,
  quotaFigure,
  delegations,
  account,
  health,
  guide,
  channels,
  onAirList,
  classesRoom,
  posters,
  intakeItem,
  consents,
  consentPaper,
  consent,
  neverShownRoom,
  cover,
  coverView,
  archive,
  calls,
  call,
  sharingRules,
  contactSheets,
  archived,
  ...OPENING_ROOMS,
]
