/** `npm run audit:export -- --out so-duyet.jsonl`: hands the log out for checking. */
import { main } from '../../tools/audit/main.ts'

void main(process.argv.slice(2), (text) => void process.stdout.write(text)).catch((error: unknown) => {
  process.stderr.write(`Không xuất được: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
