/** The first day of an institution, by each of the five presets. */
import { INSTITUTIONS } from '../support/institutions.ts'
import { openingDay } from '../support/openingDay.ts'

for (const institution of INSTITUTIONS) openingDay(institution)
