/** Processes with a core of their own, where the system lets them have one; and what they tell. */
import { spawnSync, type ChildProcess } from 'node:child_process'

export function pinned(core: number, start: () => ChildProcess): ChildProcess {
  const child = start()
  const { status } = spawnSync('taskset', ['-a', '-p', '-c', String(core), String(child.pid)])
  if (status !== 0) process.stderr.write(`pinned: taskset is not there; process ${child.pid} runs on any core\n`)
  return child
}

export const told = <T>(child: ChildProcess, type: string): Promise<T> =>
  new Promise((done, fail) => {
    const listen = (message: { type: string }): void => {
      if (message.type !== type) return
      child.off('message', listen)
      child.off('exit', ended)
      done(message as T)
    }
    const ended = (code: number | null): void => fail(new Error(`the process ended with ${code}`))
    child.on('message', listen)
    child.once('exit', ended)
  })
