/** Two children decode for everybody: one sender's many files keep no other's one from being next. */
import sharp from 'sharp'
import { afterAll, expect, it } from 'vitest'
import { mediaChild } from '../../src/media/child/pool.ts'

const child = mediaChild()
afterAll(() => child.close())

it('a file of another is taken before the second of whoever sent many', async () => {
  const large = await sharp({ create: { width: 5000, height: 4000, channels: 3, background: '#a52', noise: { type: 'gaussian', mean: 120, sigma: 40 } } }).jpeg().toBuffer() // prettier-ignore
  const small = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#2a5' } }).jpeg().toBuffer() // prettier-ignore
  const done: string[] = []
  const ask = (name: string, bytes: Buffer, of: string): Promise<unknown> => child.ask('cleanPicture', bytes, { of }).then(() => done.push(name))
  await Promise.all([...[1, 2, 3].map((n) => ask(`nhieu ${n}`, large, 'khach')), ask('mot', small, 'nguoi/7')])
  expect(done).toEqual(['mot', 'nhieu 1', 'nhieu 2', 'nhieu 3'])
}, 60_000)

it('more than may wait is told to come back, and nothing that waits is lost', async () => {
  const small = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#25a' } }).jpeg().toBuffer() // prettier-ignore
  const answers = await Promise.allSettled(Array.from({ length: 45 }, () => child.ask('cleanPicture', small, { of: 'khach' })))
  expect([answers.filter(({ status }) => status === 'fulfilled').length, answers.filter(({ status }) => status === 'rejected').length]).toEqual([41, 4])
}, 60_000)
