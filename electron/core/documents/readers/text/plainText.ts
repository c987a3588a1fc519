/** The text of a .txt file: UTF-8, UTF-16 with a mark of its byte order, or else GB 18030, which holds GBK and GB 2312. */
import { open } from 'node:fs/promises'
import { ReadFailure } from '../readDocument'
import { systemFailure } from '../wholeFile'
import { limitText, maxCharacters, type FileText } from './fileText'

/** No encoding of these takes more than four bytes for a code unit. One more tells that there is more. */
const maxBytes = 4 * maxCharacters + 1

const readStart = async (path: string): Promise<{ bytes: Buffer; isWhole: boolean }> => {
  try {
    const file = await open(path)
    try {
      const { size } = await file.stat()
      const bytes = Buffer.alloc(Math.min(size, maxBytes))
      let filled = 0
      while (filled < bytes.length) {
        const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, filled)
        if (bytesRead === 0) break
        filled += bytesRead
      }
      return { bytes: bytes.subarray(0, filled), isWhole: size <= maxBytes }
    } finally {
      await file.close()
    }
  } catch (error) {
    throw systemFailure(error)
  }
}

/** The decoder drops a byte order mark. A character that the end of what was read cuts in two is left out. */
const decode = (bytes: Buffer, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return undefined
  }
}

/** Undefined where the bytes are text in none of the encodings. */
export const decodeText = (bytes: Buffer): string | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes, 'utf-16be')
  return bytes.includes(0) ? undefined : decode(bytes, 'utf-8') ?? decode(bytes, 'gb18030')
}

/** Rejects with ReadFailure: `damaged` where the bytes are text in none of the encodings. */
export const readPlainText = async (path: string): Promise<FileText> => {
  const { bytes, isWhole } = await readStart(path)
  const text = decodeText(bytes)
  if (text === undefined) throw new ReadFailure({ code: 'damaged', detail: 'not text in UTF-8, UTF-16 or GB 18030' })
  const read = limitText([{ text: text.replace(/\r\n?/g, '\n') }])
  return { ...read, isCut: read.isCut || !isWhole }
}
