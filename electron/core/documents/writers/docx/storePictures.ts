/**
 * Puts the pictures into a file that was built with the hash of each in its place. They are stored as they are, since they are packed already,
 * and read one at a time into their place in the whole, so that nothing holds them twice.
 */
import { open, stat } from 'node:fs/promises'
import { crc32, inflateRawSync } from 'node:zlib'

interface Entry { name: Buffer; method: number; crc: number; packed: number; size: number; data: Buffer; path: string | undefined; at: number }

const localSignature = 0x04034b50
const centralSignature = 0x02014b50
const endSignature = 0x06054b50
const localHeader = 30
const centralHeader = 46
const endRecord = 22
/** Names are in UTF-8. */
const utf8Flag = 0x0800
const zipVersion = 20
/** 1 January 1980: the same content is the same file. */
const date = 0x0021

/** The directory at the end of a file that has no comment, as the library writes it. */
const entriesOf = (zip: Buffer): Entry[] => {
  const end = zip.length - endRecord
  if (zip.readUInt32LE(end) !== endSignature) throw new Error('no directory where one was written')
  const count = zip.readUInt16LE(end + 10)
  const entries: Entry[] = []
  for (let index = 0, at = zip.readUInt32LE(end + 16); index < count; index += 1) {
    const nameLength = zip.readUInt16LE(at + 28)
    const name = zip.subarray(at + centralHeader, at + centralHeader + nameLength)
    const packed = zip.readUInt32LE(at + 20)
    const local = zip.readUInt32LE(at + 42)
    const start = local + localHeader + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    entries.push({ name, method: zip.readUInt16LE(at + 10), crc: zip.readUInt32LE(at + 16), packed, size: zip.readUInt32LE(at + 24), data: zip.subarray(start, start + packed), path: undefined, at: 0 })
    at += centralHeader + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return entries
}

const contentOf = ({ method, data }: Entry): string => (method === 0 ? data : inflateRawSync(data)).toString('latin1')

/** What the head of a file and its line in the directory have in common. */
const header = (out: Buffer, at: number, { method, crc, packed, size, name }: Entry): void => {
  out.writeUInt16LE(zipVersion, at)
  out.writeUInt16LE(utf8Flag, at + 2)
  out.writeUInt16LE(method, at + 4)
  out.writeUInt16LE(date, at + 8)
  out.writeUInt32LE(crc, at + 10)
  out.writeUInt32LE(packed, at + 14)
  out.writeUInt32LE(size, at + 18)
  out.writeUInt16LE(name.length, at + 22)
}

const writeLocal = async (out: Buffer, at: number, entry: Entry): Promise<number> => {
  const start = at + localHeader + entry.name.length
  if (entry.path === undefined) out.set(entry.data, start)
  else {
    const file = await open(entry.path)
    try {
      const { bytesRead } = await file.read(out, start, entry.size, 0)
      if (bytesRead !== entry.size) throw new Error(`a picture is shorter than it was: ${entry.path}`)
    } finally { await file.close() }
    entry.crc = crc32(out.subarray(start, start + entry.size))
  }
  entry.at = at
  out.writeUInt32LE(localSignature, at)
  header(out, at + 4, entry)
  out.set(entry.name, at + localHeader)
  return start + entry.packed
}

const writeCentral = (out: Buffer, at: number, entry: Entry): number => {
  out.writeUInt32LE(centralSignature, at)
  out.writeUInt16LE(zipVersion, at + 4)
  header(out, at + 6, entry)
  out.writeUInt32LE(entry.at, at + 42)
  out.set(entry.name, at + centralHeader)
  return at + centralHeader + entry.name.length
}

/** `pathOf` answers with the path of the picture whose hash stands in its place. `onPicture` is called with each that was stored. Throws for a picture that is gone by now. */
export const storePictures = async (built: Uint8Array<ArrayBuffer>, pathOf: (sha256: string) => string | undefined, onPicture: () => void): Promise<Uint8Array<ArrayBuffer>> => {
  const entries = entriesOf(Buffer.from(built.buffer, built.byteOffset, built.byteLength))
  for (const entry of entries) {
    if (!entry.name.toString().startsWith('word/media/')) continue
    const path = pathOf(contentOf(entry))
    if (path === undefined) continue
    const { size } = await stat(path)
    Object.assign(entry, { path, method: 0, size, packed: size })
  }
  const directory = entries.reduce((sum, { name, packed }) => sum + localHeader + name.length + packed, 0)
  const total = directory + entries.reduce((sum, { name }) => sum + centralHeader + name.length, 0) + endRecord
  const bytes = new Uint8Array(total)
  const out = Buffer.from(bytes.buffer)
  let at = 0
  for (const entry of entries) {
    at = await writeLocal(out, at, entry)
    if (entry.path !== undefined) onPicture()
  }
  for (const entry of entries) at = writeCentral(out, at, entry)
  out.writeUInt32LE(endSignature, at)
  out.writeUInt16LE(entries.length, at + 8)
  out.writeUInt16LE(entries.length, at + 10)
  out.writeUInt32LE(at - directory, at + 12)
  out.writeUInt32LE(directory, at + 16)
  return bytes
}
