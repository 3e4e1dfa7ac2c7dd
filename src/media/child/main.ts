/** The child in which a stranger's bytes are decoded. It holds no secret, no connection and no folder, and ends when nobody asks. */
import { setPriority } from 'node:os'
import sharp from 'sharp'
import { codeOf } from '../../policy/failures/line.ts'
import { cleanFilm } from './cleanFilm.ts'
import { cleanMp3 } from './cleanMp3.ts'
import { cleanOffice } from './cleanOffice.ts'
import { cleanPdf } from './cleanPdf.ts'
import { cleanHeic } from './heic.ts'
import { cleanPicture } from './cleanPicture.ts'
import { coverPicture, type Covering } from './coverPicture.ts'
import { encodePicture } from './encode.ts'
import { readPlan, type PlanSource } from './readPlan.ts'
import { readSheet } from './readSheet.ts'
import { readText } from './readText.ts'
import type { Answered, Asked, JobName, Jobs } from './jobs.ts'

/** Native memory is not the heap's: where the system has no limit of its own, the child ends itself. */
const MOST_MEMORY = 1_500_000_000

const WORK: { [J in JobName]: (bytes: Buffer, about: unknown) => Promise<Jobs[J]['answer']> } = {
  coverPicture: (bytes, about) => coverPicture(bytes, about as Covering),
  cleanPicture,
  cleanHeic,
  encodePicture,
  cleanPdf,
  cleanOffice,
  cleanFilm,
  cleanMp3,
  readPlan: (bytes, about) => readPlan(bytes, about as PlanSource),
  readSheet,
  readText,
}

sharp.cache(false)
sharp.concurrency(1)
try {
  setPriority(10)
} catch {
  // A system that forbids it runs the child as it runs the service.
}
setInterval(() => process.memoryUsage.rss() > MOST_MEMORY && process.exit(9), 200).unref()

const answer = (message: Answered): void => void process.send?.(message)
process.on('message', ({ id, job, bytes, about }: Asked) => {
  WORK[job](Buffer.from(bytes), about).then(
    (done) => answer({ id, answer: done }),
    // Its sentence may quote the file.
    (error: unknown) => answer({ id, failed: codeOf(error) }),
  )
})
process.on('disconnect', () => process.exit(0))
// The service may have been gone before this was read.
if (!process.connected) process.exit(0)
