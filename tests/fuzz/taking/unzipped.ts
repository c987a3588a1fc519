/** A package taken apart and put together again, with a right seal over whatever was done to it meanwhile. */
import { createHash } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'
import { rawZip, sealed, type RawEntry } from '../../support/rawZip'

export interface Part { path: string; data: Buffer }

const numberAt = (bytes: Buffer, at: number, length: 2 | 4): number => bytes.readUIntLE(at, length)

/** The parts of a package as our own writer makes it, in order. */
export const unzipped = (bytes: Buffer): Part[] => {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  const parts: Part[] = []
  for (let at = numberAt(bytes, end + 16, 4), left = numberAt(bytes, end + 10, 2); left > 0; left -= 1) {
    const [method, packed, name, extra, comment, offset] = [numberAt(bytes, at + 10, 2), numberAt(bytes, at + 20, 4), numberAt(bytes, at + 28, 2), numberAt(bytes, at + 30, 2), numberAt(bytes, at + 32, 2), numberAt(bytes, at + 42, 4)]
    const start = offset + 30 + numberAt(bytes, offset + 26, 2) + numberAt(bytes, offset + 28, 2)
    const data = bytes.subarray(start, start + packed)
    parts.push({ path: bytes.toString('utf8', at + 46, at + 46 + name), data: method === 8 ? inflateRawSync(data) : data })
    at += 46 + name + extra + comment
  }
  return parts
}

export const hashOf = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex')

export const entriesOf = (parts: readonly Part[]): RawEntry[] => parts.map(({ path, data }) => ({ name: path, data, method: path.endsWith('.json') || path.endsWith('.html') ? 8 : 0 }))

export const zipped = (entries: readonly RawEntry[], end = {}): Buffer => sealed(rawZip(entries, end))
