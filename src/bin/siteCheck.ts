#!/usr/bin/env node
/** The command behind `npm run site:check`; bundled into one file that runs on any computer with Node.js. */
import { main } from '../../tools/siteCheck/main.ts'

const told = { out: (text: string) => void process.stdout.write(text), progress: (text: string) => void process.stderr.write(`${text}\n`) }

void main(process.argv.slice(2), told, process.env.DATABASE_URL).then(
  (found) => {
    process.exitCode = found === 0 ? 0 : 1
  },
  (error: unknown) => {
    process.stderr.write(`Không kiểm tra được: ${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 2
  },
)
