/**
 * Rule: asked to stop means all of it stops. `npm` passes SIGTERM on to a shell, and the shell dies without a word to what
 * it started: then this process has another parent, and asks itself to stop.
 */
const EVERY_MS = 500

export function stopWithNpm() {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    process.kill(process.pid, 'SIGTERM')
  }, EVERY_MS)
  timer.unref()
}
