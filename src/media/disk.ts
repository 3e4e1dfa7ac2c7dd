/** Rule: uploads stop while there is still room for the record. */
import { mkdir, statfs } from 'node:fs/promises'
import { refuse } from '../messages/refusal.ts'
import { issue } from '../policy/issues.ts'

/** By default uploads stop below 500 MB, or below a twentieth of a small disk. */
const FLOOR = 500_000_000
const SHARE = 0.05

export type Room = { free: number; floor: number }
/** Throws where so many bytes would leave too little for the record. `field`: of the form that brings them. */
export async function mustFit(disk: Disk, size: number, field: string): Promise<void> {
  const { free, floor } = await disk.room()
  if (free - size < floor) throw refuse(issue('STORAGE_FULL', field))
}

/** Where there is least: folders may lie on disks of their own. */
export type Disk = { room: () => Promise<Room> }

/** `floor`: bytes that are kept free, instead of the default. */
export function diskAt(folders: readonly string[], floor: number | null = null): Disk {
  const roomIn = async (folder: string): Promise<Room> => {
    await mkdir(folder, { recursive: true })
    const { bavail, blocks, bsize } = await statfs(folder)
    return { free: bavail * bsize, floor: floor ?? Math.min(FLOOR, blocks * bsize * SHARE) }
  }
  return {
    room: async () => {
      const rooms = await Promise.all(folders.map(roomIn))
      return rooms.reduce((least, room) => (room.free - room.floor < least.free - least.floor ? room : least))
    },
  }
}
