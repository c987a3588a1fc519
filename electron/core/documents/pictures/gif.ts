/** GIF (version 89a): blocks up to the trailer. */
import { ascii, cut, nothingKept, viewOf, type Kept } from './kept'

const [image, extension, trailer] = [0x2c, 0x21, 0x3b]
const [graphicControl, comment, plainText, application] = [0xf9, 0xfe, 0x01, 0xff]

/** How often it is played, and its colour profile. */
const neededApplications: ReadonlySet<string> = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0', 'ICCRGBG1012'])

/** Bytes of the table of colours that the flags tell of. */
const tableSize = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)

/** The end of a row of blocks, each of which says its length; one of none ends it. */
const endOfBlocks = (view: DataView, start: number): number => {
  let at = start
  for (let length = view.getUint8(at); length > 0; length = view.getUint8(at)) at += 1 + length
  return at + 1
}

const keepExtension = ({ pieces, removed }: Kept, label: number, whole: Uint8Array): void => {
  const name = label === application ? ascii(whole.subarray(3, 14)) : ''
  if (label === graphicControl || neededApplications.has(name)) pieces.push(whole)
  else if (label === comment) removed.add('comment')
  else if (label === plainText) removed.add('text')
  else removed.add(name.startsWith('XMP') ? 'xmp' : 'other')
}

/** Undefined for what is no GIF. Throws RangeError where it breaks off. */
export const cleanedGif = (bytes: Uint8Array): Kept | undefined => {
  if (!/^GIF8[79]a$/.test(ascii(bytes.subarray(0, 6)))) return undefined
  const [view, kept] = [viewOf(bytes), nothingKept()]
  let at = 13 + tableSize(view.getUint8(10))
  kept.pieces.push(cut(bytes, 0, at))
  for (;;) {
    const kind = view.getUint8(at)
    if (kind === trailer) {
      kept.pieces.push(cut(bytes, at, at + 1))
      if (at + 1 < bytes.length) kept.removed.add('trailer')
      return kept
    }
    if (kind !== image && kind !== extension) return undefined
    const end = endOfBlocks(view, kind === image ? at + 11 + tableSize(view.getUint8(at + 9)) : at + 2)
    const whole = cut(bytes, at, end)
    if (kind === image) kept.pieces.push(whole)
    else keepExtension(kept, view.getUint8(at + 1), whole)
    at = end
  }
}
