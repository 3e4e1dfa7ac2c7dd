/** A store elsewhere, as small as it can be: bytes by the name of their hash. Every question ends within its time. */
export type RemoteShelf = {
  put: (hash: string, bytes: Buffer) => Promise<void>
  /** Null where there is nothing of that name; a store that fails throws. */
  get: (hash: string) => Promise<Buffer | null>
  has: (hash: string) => Promise<boolean>
  /** Nothing where there is none. */
  remove: (hash: string) => Promise<void>
  list: () => AsyncGenerator<string>
}

export type S3Settings = { endpoint: string; bucket: string; region: string; accessKeyId: string; secretAccessKey: string; prefix: string }
