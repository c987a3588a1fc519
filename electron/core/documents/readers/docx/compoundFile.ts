/**
 * What an OLE compound file holds ([MS-CFB]): the container of Word 97–2003 documents and of encrypted OOXML files.
 * Reads the directory's names alone.
 */
const signature = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
const endOfChain = 0xfffffffa

export const isCompoundFile = (bytes: Buffer): boolean => bytes.subarray(0, signature.length).equals(signature)

const readU32 = (bytes: Buffer, offset: number): number => (offset + 4 <= bytes.length ? bytes.readUInt32LE(offset) : endOfChain)

/** The sectors of the allocation table, as far as the header lists them: 109 of them describe 7 MB of 512-byte sectors at least. */
const nextSector = (bytes: Buffer, sectorSize: number, sector: number): number => {
  const perSector = sectorSize / 4
  const index = Math.floor(sector / perSector)
  if (index >= 109) return endOfChain
  const table = readU32(bytes, 0x4c + 4 * index)
  return table >= endOfChain ? endOfChain : readU32(bytes, (table + 1) * sectorSize + 4 * (sector % perSector))
}

const namesInSector = (bytes: Buffer, offset: number, sectorSize: number): string[] => {
  const names: string[] = []
  for (let at = offset; at < offset + sectorSize && at + 128 <= bytes.length; at += 128) {
    const length = Math.min(bytes.readUInt16LE(at + 0x40), 64)
    if (length > 2) names.push(bytes.toString('utf16le', at, at + length - 2))
  }
  return names
}

/** The names of all streams and storages; those that a damaged file still lets us reach. */
export const compoundFileNames = (bytes: Buffer): string[] => {
  const shift = bytes.length >= 0x20 ? bytes.readUInt16LE(0x1e) : 0
  if (shift !== 9 && shift !== 12) return []
  const sectorSize = 1 << shift
  const names: string[] = []
  const seen = new Set<number>()
  for (let sector = readU32(bytes, 0x30); sector < endOfChain && !seen.has(sector); sector = nextSector(bytes, sectorSize, sector)) {
    const offset = (sector + 1) * sectorSize
    if (offset >= bytes.length) break
    seen.add(sector)
    names.push(...namesInSector(bytes, offset, sectorSize))
  }
  return names
}
