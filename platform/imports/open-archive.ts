/**
 * Opens a ZIP archive with a bound on what it unpacks to, whatever its directory claims: an archive of some kilobytes can unpack to
 * gigabytes. Only stored and deflated entries; no encryption, no ZIP64 (no spreadsheet within the limits needs it).
 */
import { inflateRawSync } from 'node:zlib'

export interface ArchiveEntry {
  readonly name: string
  readonly checksum: number
  readonly bytes: Buffer
}

export class ArchiveProblem extends Error {
  constructor(readonly code: 'broken' | 'too-large') {
    super(code)
  }
}

const directoryEnd = 0x06054b50
const directoryEntry = 0x02014b50
const localEntry = 0x04034b50
const endSize = 22
const longestComment = 0xffff

function endOfDirectory(archive: Buffer): number {
  const least = Math.max(0, archive.length - endSize - longestComment)
  for (let at = archive.length - endSize; at >= least; at--) if (archive.readUInt32LE(at) === directoryEnd) return at
  throw new ArchiveProblem('broken')
}

function inflated(data: Buffer, method: number, room: number): Buffer {
  if (method === 0 && data.length <= room) return data
  if (method !== 8) throw new ArchiveProblem(method === 0 ? 'too-large' : 'broken')
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, room) })
  } catch (error) {
    throw new ArchiveProblem((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'broken')
  }
}

/** The entries whose names `wanted` takes, unpacked to at most `most` bytes in all. Throws ArchiveProblem. */
export function openArchive(archive: Buffer, wanted: (name: string) => boolean, most: number): ArchiveEntry[] {
  try {
    const end = endOfDirectory(archive)
    const entries: ArchiveEntry[] = []
    let room = most
    let at = archive.readUInt32LE(end + 16)
    for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
      if (archive.readUInt32LE(at) !== directoryEntry) throw new ArchiveProblem('broken')
      const [nameLength, extraLength, commentLength] = [
        archive.readUInt16LE(at + 28),
        archive.readUInt16LE(at + 30),
        archive.readUInt16LE(at + 32),
      ]
      const name = archive.toString('utf8', at + 46, at + 46 + nameLength)
      if (wanted(name)) {
        const local = archive.readUInt32LE(at + 42)
        if (archive.readUInt32LE(local) !== localEntry) throw new ArchiveProblem('broken')
        const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
        const bytes = inflated(archive.subarray(from, from + archive.readUInt32LE(at + 20)), archive.readUInt16LE(at + 10), room)
        room -= bytes.length
        entries.push({ name, checksum: archive.readUInt32LE(at + 16), bytes })
      }
      at += 46 + nameLength + extraLength + commentLength
    }
    return entries
  } catch (error) {
    if (error instanceof RangeError) throw new ArchiveProblem('broken')
    throw error
  }
}

/** The entries as an archive again, without compression: what a reader that knows no bounds may open. */
export function storedArchive(entries: readonly ArchiveEntry[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, checksum, bytes } of entries) {
    const named = Buffer.from(name)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(localEntry, 0)
    local.writeUInt16LE(20, 4)
    local.writeUInt16LE(0x800, 6) // the name is UTF-8
    local.writeUInt32LE(checksum, 14)
    local.writeUInt32LE(bytes.length, 18)
    local.writeUInt32LE(bytes.length, 22)
    local.writeUInt16LE(named.length, 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(directoryEntry, 0)
    central.writeUInt16LE(20, 4)
    local.copy(central, 6, 4, 30)
    central.writeUInt32LE(at, 42)
    parts.push(local, named, bytes)
    directory.push(central, named)
    at += local.length + named.length + bytes.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(endSize)
  end.writeUInt32LE(directoryEnd, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, listed, end])
}
