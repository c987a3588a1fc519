/** Zips written byte by byte, so that a test can let any of them lie, and a right seal over whatever they say. */
import { createHash } from 'node:crypto'
import { crc32, deflateRawSync } from 'node:zlib'

/** What one of the two headers of an entry says. */
export interface RawHeader { name: string | Buffer; flags: number; method: number; crc: number; packedSize: number; size: number; extra: Buffer }

export interface RawEntry extends Partial<RawHeader> {
  name: string | Buffer
  data: Buffer
  /** The packed bytes, where they are not the data, stored or deflated. */
  packed?: Buffer
  attributes?: number
  comment?: Buffer
  /** What the header before the data says otherwise. */
  local?: Partial<RawHeader>
  offset?: number
  /** Bytes between the entry before and this one, and behind the data. */
  before?: Buffer
  after?: Buffer
}

export interface RawEnd { entries?: number; size?: number; offset?: number; before?: Buffer; comment?: string; zip64?: { entries?: number; size?: number; offset?: number } }

const numbers = (...fields: readonly (readonly [bytes: 2 | 4 | 8, value: number])[]): Buffer =>
  Buffer.concat(fields.map(([bytes, value]) => {
    const buffer = Buffer.alloc(bytes)
    if (bytes === 8) buffer.writeBigUInt64LE(BigInt(value))
    else buffer.writeUIntLE(value, 0, bytes)
    return buffer
  }))

const headerOf = ({ name, flags, method, crc, packedSize, size, extra }: RawHeader): Buffer =>
  numbers([2, 20], [2, flags], [2, method], [2, 0], [2, 33], [4, crc], [4, packedSize], [4, size], [2, Buffer.from(name).length], [2, extra.length])

const fullHeader = (entry: RawEntry): { header: RawHeader; packed: Buffer } => {
  const { name, data, flags = 0, method = 0, extra = Buffer.alloc(0) } = entry
  const packed = entry.packed ?? (method === 8 ? deflateRawSync(data) : data)
  return { packed, header: { name, flags, method, extra, crc: entry.crc ?? crc32(data), packedSize: entry.packedSize ?? packed.length, size: entry.size ?? data.length } }
}

/** A descriptor as it follows data whose flags announce it (bit 3). */
export const descriptor = (data: Buffer, packed: Buffer = data): Buffer => numbers([4, 0x08074b50], [4, crc32(data)], [4, packed.length], [4, data.length])

export const zip64Extra = (...values: number[]): Buffer => numbers([2, 1], [2, values.length * 8], ...values.map((value) => [8, value] as const))

export const unsealed = `liangfang-sha256:${'0'.repeat(64)}`

export const rawZip = (entries: readonly RawEntry[], end: RawEnd = {}): Buffer => {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  const length = (buffers: readonly Buffer[]): number => buffers.reduce((sum, each) => sum + each.length, 0)
  for (const entry of entries) {
    const { header, packed } = fullHeader(entry)
    const { comment = Buffer.alloc(0), before = Buffer.alloc(0), after = Buffer.alloc(0) } = entry
    parts.push(before)
    const local = { ...header, extra: Buffer.alloc(0), ...entry.local }
    const offset = entry.offset ?? length(parts)
    directory.push(
      Buffer.from('PK\x01\x02', 'latin1'), numbers([2, 0x033f]), headerOf(header),
      numbers([2, comment.length], [2, 0], [2, 0], [4, entry.attributes ?? 0o100644 * 0x10000], [4, offset]), Buffer.from(header.name), header.extra, comment,
    )
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), headerOf(local), Buffer.from(local.name), local.extra, packed, after)
  }
  parts.push(end.before ?? Buffer.alloc(0))
  const at = { entries: entries.length, size: length(directory), offset: length(parts) }
  if (end.zip64) {
    const { entries: count, size, offset } = { ...at, ...end.zip64 }
    directory.push(
      Buffer.from('PK\x06\x06', 'latin1'), numbers([8, 44], [2, 0x033f], [2, 45], [4, 0], [4, 0], [8, count], [8, count], [8, size], [8, offset]),
      Buffer.from('PK\x06\x07', 'latin1'), numbers([4, 0], [8, at.offset + at.size], [4, 1]),
    )
  }
  const { entries: count, size, offset } = { ...at, ...end }
  const comment = Buffer.from(end.comment ?? unsealed)
  return Buffer.concat([
    ...parts, ...directory, Buffer.from('PK\x05\x06', 'latin1'), numbers([2, 0], [2, 0], [2, count], [2, count], [4, size], [4, offset], [2, comment.length]), comment,
  ])
}

/** Puts the right digest into the last 64 bytes. */
export const sealed = (bytes: Buffer): Buffer => {
  const body = bytes.subarray(0, -64)
  return Buffer.concat([body, Buffer.from(createHash('sha256').update(body).digest('hex'))])
}
