/** `npm run audit:accept`: signs a list of broken rows of an export that were looked into. */
import { main } from '../../tools/audit/accept.ts'

try {
  main(process.argv.slice(2), (text) => void process.stdout.write(text))
} catch (error) {
  process.stderr.write(`Không ghi được: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
