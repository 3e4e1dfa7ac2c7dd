/** The longest files begin first, so that no worker is left with one at the end while the other waits. */
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const LONGEST = [
  'pages.e2e',
  'opening.e2e',
  'panel.e2e',
  'authority.e2e',
  'model.int',
  'crash.int',
  'races.int',
  'racesOfAuthority.int',
  'siteCheck.int',
  'outage.int',
  'readingSecrets.int',
  'audit.int',
  'longWords.int',
  'logOutage.int',
  'firstStart.int',
  'frozen.int',
]

const place = ({ moduleId }: TestSpecification): number => {
  const at = LONGEST.findIndex((name) => moduleId.includes(`/${name}.`))
  return at === -1 ? LONGEST.length : at
}

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => place(a) - place(b))
  }
}
