/**
 * The directory of a package's zip. It is believed only where every byte of the file is accounted for: the parts lie one after
 * another from the first byte to the directory, each behind a header that says the same as the directory does.
 */
import { fromRandomAccessReaderPromise, type Entry, type ZipFile } from 'yauzl'
import { AppError } from '#shared/contract/errors'
import { damaged, kindOfPart, limits } from './format'
import { unreadable, type PackageFile } from './packageFile'
import { readZipEnd } from './zipEnd'
import { ZipReader } from './zipReader'

/** Sizes are in bytes, `dataStart` is where the packed bytes begin. */
export interface PartEntry { path: string; size: number; packedSize: number; dataStart: number; isDeflated: boolean; crc32: number; entry: Entry }

/** General purpose bits (APPNOTE.TXT 4.4.4): how hard it was deflated, a descriptor after the data, a name in UTF-8. */
const flag = { deflateLevel: 0x0006, descriptor: 0x0008, utf8: 0x0800 } as const
const allowedFlags = flag.deflateLevel | flag.descriptor | flag.utf8

/** Where the part after this one must begin: behind the data, and behind the descriptor if there is one. */
const endOfPart = async (file: PackageFile, reader: ZipReader, entry: Entry, dataStart: number): Promise<number> => {
  const dataEnd = dataStart + entry.compressedSize
  if ((entry.generalPurposeBitFlag & flag.descriptor) === 0) return dataEnd
  const descriptor = await reader.bytes(dataEnd, 24)
  const starts = descriptor.readUInt32LE(0) === 0x08074b50 && descriptor.readUInt32LE(4) === entry.crc32
  if (starts && descriptor.readUInt32LE(8) === entry.compressedSize && descriptor.readUInt32LE(12) === entry.uncompressedSize) return dataEnd + 16
  const isLong = descriptor.readBigUInt64LE(8) === BigInt(entry.compressedSize) && descriptor.readBigUInt64LE(16) === BigInt(entry.uncompressedSize)
  if (starts && isLong) return dataEnd + 24
  throw damaged(file.path, 'bad_structure', entry.fileNameRaw.toString('utf8'))
}

const locate = async (file: PackageFile, reader: ZipReader, zip: ZipFile, entry: Entry): Promise<{ dataStart: number; end: number }> => {
  const local = await zip.readLocalFileHeaderPromise(entry)
  const sizes = [local.crc32, local.compressedSize, local.uncompressedSize]
  const isLater = (entry.generalPurposeBitFlag & flag.descriptor) !== 0 && sizes.every((each) => each === 0)
  const isSame = isLater || [entry.crc32, entry.compressedSize, entry.uncompressedSize].every((each, index) => each === sizes[index])
  const fits = isSame && local.fileName.equals(entry.fileNameRaw) && local.extraFieldLength === 0
    && local.generalPurposeBitFlag === entry.generalPurposeBitFlag && local.compressionMethod === entry.compressionMethod
  if (!fits) throw damaged(file.path, 'bad_structure', entry.fileNameRaw.toString('utf8'))
  return { dataStart: local.fileDataStart, end: await endOfPart(file, reader, entry, local.fileDataStart) }
}

const readEntries = async (file: PackageFile, signal: AbortSignal): Promise<PartEntry[]> => {
  const directory = await readZipEnd(file)
  if (directory.entries > limits.parts) throw damaged(file.path, 'bad_structure')
  const reader = new ZipReader(file, directory.start)
  const zip = await fromRandomAccessReaderPromise(reader, file.size, { autoClose: false, decodeStrings: false, validateEntrySizes: false })
  const parts: PartEntry[] = []
  let at = 0
  let directoryLength = 0
  for await (const entry of zip.eachEntry()) {
    signal.throwIfAborted()
    const path = entry.fileNameRaw.toString('utf8')
    if (entry.relativeOffsetOfLocalHeader !== at) throw damaged(file.path, 'bad_structure', path)
    const { dataStart, end } = await locate(file, reader, zip, entry)
    at = end
    directoryLength += 46 + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength
    parts.push({ path, size: entry.uncompressedSize, packedSize: entry.compressedSize, dataStart, isDeflated: entry.compressionMethod === 8, crc32: entry.crc32, entry })
  }
  if (at !== directory.start || at + directoryLength !== directory.end) throw damaged(file.path, 'bad_structure')
  return parts
}

/** Every entry, whatever its name says. Throws `package_damaged`: `bad_structure`. */
export const readDirectory = async (file: PackageFile, signal: AbortSignal): Promise<PartEntry[]> => {
  try {
    return await readEntries(file, signal)
  } catch (error) {
    if (error instanceof AppError || signal.aborted) throw error
    const failure = unreadable(file.path, error)
    throw failure === error ? damaged(file.path, 'bad_structure', '', { cause: error }) : failure
  }
}

/** Unix modes in the upper half (a plain file or none said), MS-DOS bits below: neither folder nor volume label. */
const isPlainFile = (attributes: number): boolean => [0, 0o100000].includes((attributes >>> 16) & 0o170000) && (attributes & 0x18) === 0

/** Throws unless this is a part as packages have them: `odd_path`, `unreadable_part`. */
export const checkPart = (file: PackageFile, { path, size, packedSize, isDeflated, entry }: PartEntry): void => {
  const kind = kindOfPart(path)
  if (!kind || !isPlainFile(entry.externalFileAttributes)) throw damaged(file.path, 'odd_path', path)
  const isPacked = entry.compressionMethod === 0 ? packedSize === size : isDeflated && kind !== 'attachment'
  const isBare = entry.fileCommentLength === 0 && entry.extraFields.every((field) => field.id === 0x0001)
  const isReadable = isPacked && isBare && (entry.generalPurposeBitFlag & ~allowedFlags) === 0 && (kind === 'attachment' || size <= limits[kind])
  if (!isReadable) throw damaged(file.path, 'unreadable_part', path)
}
