/** Collections of the product that are drawn by their body alone; a new one is named here, or given to `schoolSite` and `drawerOf`. */
import type { OwnPage } from '../content/ownPage.ts'

export const OWN_PAGES: readonly OwnPage[] = []
