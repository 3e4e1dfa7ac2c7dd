/** Files of one worker share its modules, never what one of them says of its environment. */
import process from 'node:process'

const KEY = Symbol.for('congTruong.environment')
const shared = globalThis as { [KEY]?: NodeJS.ProcessEnv }
const first = (shared[KEY] ??= { ...process.env })
for (const name of Object.keys(process.env)) if (!(name in first) && !name.startsWith('VITEST')) Reflect.deleteProperty(process.env, name)
Object.assign(process.env, first)
