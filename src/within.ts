/**
 * A value that follows a work through everything it awaits. Rule: it is in force only while somebody works within it. Before
 * Node 24 a storage that was used once is told of every asynchronous resource of the process ever after, and each kept page
 * pays for it (docs/adr/0012).
 */
import { AsyncLocalStorage } from 'node:async_hooks'

export class Within<T> {
  readonly #storage = new AsyncLocalStorage<T>()
  #works = 0

  run<R>(value: T, work: () => R): R {
    this.#works += 1
    let answer: R
    try {
      answer = this.#storage.run(value, work)
    } catch (error) {
      this.#left()
      throw error
    }
    if (!(answer instanceof Promise)) {
      this.#left()
      return answer
    }
    return answer.finally(() => this.#left()) as R
  }

  get(): T | undefined {
    return this.#works === 0 ? undefined : this.#storage.getStore()
  }

  /** What goes on behind the last work goes on without the value. */
  #left(): void {
    this.#works -= 1
    if (this.#works === 0) this.#storage.disable()
  }
}
