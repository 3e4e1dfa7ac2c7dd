import { expect, it } from 'vitest'
import { migrations } from '../../migrations/index.ts'
import { MIGRATION_NAMES } from '../../migrations/names.ts'

it('the list of names is the list of migrations', () => expect(migrations.map((m) => m.name)).toEqual([...MIGRATION_NAMES]))
