/**
 * Opens a file as an OOXML package: refuses what is none, and what would unpack into more than a document ever holds,
 * before a byte of it is unpacked. Parts are unpacked one by one, when asked for.
 */
import { crc32, inflateRawSync } from 'node:zlib'
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'
import { ReadFailure } from '../readDocument'
import { damaged, readWhole } from '../wholeFile'
import { compoundFileNames, isCompoundFile } from './compoundFile'

const megabyte = 1024 * 1024
const limits = {
  entries: 20_000,
  /** Unpacked, all parts together. */
  unpacked: 1024 * megabyte,
  /** One part of XML: a thousand pages are about twenty. */
  xml: 64 * megabyte,
  /** Repetitive XML packs up to about 100 : 1; bombs go to 1000 : 1. Small parts may be as repetitive as they like. */
  ratio: 250, ratioFrom: 4 * megabyte,
}

/** The parts of a package by name, without a leading slash; names are compared without regard to case (ECMA-376 part 2, 6.2.2.3). */
export interface OfficePackage {
  has(name: string): boolean
  names(): string[]
  /** The bytes of a part, in an ArrayBuffer of their own; undefined if there is none. */
  bytes(name: string): Promise<Uint8Array<ArrayBuffer> | undefined>
  /** The text of an XML part; undefined if there is none. */
  xml(name: string): Promise<string | undefined>
}

/** Tells what the first bytes say; answers only for a zip file. */
const checkSignature = (bytes: Buffer): void => {
  if (bytes.length === 0) throw new ReadFailure({ code: 'empty', detail: '0 bytes' })
  if (isCompoundFile(bytes)) {
    const names = new Set(compoundFileNames(bytes).map((name) => name.toLowerCase()))
    if (names.has('encryptedpackage')) throw new ReadFailure({ code: 'encrypted', detail: 'EncryptedPackage' })
    if (names.has('worddocument')) throw new ReadFailure({ code: 'old_doc', detail: 'WordDocument' })
    throw new ReadFailure({ code: 'not_docx', detail: 'OLE compound file' })
  }
  if (bytes.readUInt8(0) !== 0x50 || bytes.toString('latin1', 1, 2) !== 'K') throw new ReadFailure({ code: 'not_docx', detail: 'not a zip file' })
}

/** Not yauzl's own decoding: it refuses a whole file for a leading slash, which some producers write and which does no harm here. */
const partName = (entry: Entry): string => entry.fileNameRaw.toString('utf8').replaceAll('\\', '/').replace(/^\/+/, '')

const checkEntry = (entry: Entry, name: string): void => {
  if (entry.uncompressedSize > limits.ratioFrom && entry.uncompressedSize > limits.ratio * entry.compressedSize) {
    throw new ReadFailure({ code: 'too_large', detail: `${name} unpacks to ${entry.uncompressedSize} bytes from ${entry.compressedSize}` })
  }
}

const readEntries = async (zip: ZipFile): Promise<Map<string, Entry>> => {
  if (zip.entryCount > limits.entries) throw new ReadFailure({ code: 'too_large', detail: `${zip.entryCount} entries` })
  const entries = new Map<string, Entry>()
  let unpacked = 0
  for await (const entry of zip.eachEntry()) {
    const name = partName(entry)
    if (name.endsWith('/')) continue
    checkEntry(entry, name)
    unpacked += entry.uncompressedSize
    if (unpacked > limits.unpacked) throw new ReadFailure({ code: 'too_large', detail: `unpacks to more than ${limits.unpacked} bytes` })
    const twin = entries.get(name.toLowerCase())
    if (twin && !twin.fileNameRaw.equals(entry.fileNameRaw)) throw new ReadFailure({ code: 'damaged', detail: `${name} is there twice` })
    entries.set(name.toLowerCase(), entry)
  }
  return entries
}

/** Sizes in a zip's directory are claims: nothing longer than claimed is unpacked. */
const unpack = async (zip: ZipFile, file: Buffer, entry: Entry): Promise<Uint8Array<ArrayBuffer>> => {
  const name = partName(entry)
  if (entry.isEncrypted()) throw new ReadFailure({ code: 'encrypted', detail: name })
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true })
  const packed = file.subarray(fileDataStart, fileDataStart + entry.compressedSize)
  const bytes = entry.compressionMethod === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(entry.uncompressedSize, 1) })
  if (bytes.length !== entry.uncompressedSize) throw new Error(`${name}: ${bytes.length} bytes instead of ${entry.uncompressedSize}`)
  if (crc32(bytes) !== entry.crc32) throw new Error(`${name}: wrong checksum`)
  return new Uint8Array(bytes)
}

const decodeXml = (bytes: Uint8Array): string => {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

const endSignature = Buffer.from('PK\x05\x06', 'latin1')
const endLength = 22

/** Word opens a zip file with a few bytes too many or too few after its directory, as mail gateways leave them; yauzl does not. */
const mendEnd = (file: Buffer): Buffer => {
  const at = file.lastIndexOf(endSignature)
  if (at === -1 || at + endLength > file.length) return file
  const end = at + endLength + file.readUInt16LE(at + 20)
  return end <= file.length ? file.subarray(0, end) : Buffer.concat([file, Buffer.alloc(end - file.length)])
}

export const openPackage = async (path: string): Promise<OfficePackage> => {
  const given = await readWhole(path)
  checkSignature(given)
  const file = mendEnd(given)
  try {
    const zip = await fromBufferPromise(file, { decodeStrings: false })
    const entries = await readEntries(zip)
    const bytes: OfficePackage['bytes'] = async (name) => {
      const entry = entries.get(name.toLowerCase())
      if (!entry) return undefined
      try { return await unpack(zip, file, entry) } catch (error) { throw damaged(error) }
    }
    return {
      has: (name) => entries.has(name.toLowerCase()),
      names: () => [...entries.values()].map(partName),
      bytes,
      xml: async (name) => {
        const size = entries.get(name.toLowerCase())?.uncompressedSize ?? 0
        if (size > limits.xml) throw new ReadFailure({ code: 'too_large', detail: `${name}: ${size} bytes of XML` })
        const part = await bytes(name)
        return part && decodeXml(part)
      },
    }
  } catch (error) {
    throw damaged(error)
  }
}
