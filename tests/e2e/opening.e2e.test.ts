/** The first day of a school and of the smallest one, as their own people live it; the other presets are in the long tests. */
import { INSTITUTIONS } from '../support/institutions.ts'
import { openingDay } from '../support/openingDay.ts'

for (const institution of INSTITUTIONS.filter(({ preset }) => ['thanh-truong-2020', 'tran-can-2023'].includes(preset))) openingDay(institution)
