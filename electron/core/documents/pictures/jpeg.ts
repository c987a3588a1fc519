/** JPEG (ITU-T T.81, JFIF): segments up to the end of the image. */
import { ascii, cut, isSameBytes, nothingKept, startsWith, viewOf, type Kept, type Noted } from './kept'
import { orientationAlone, withoutPrefix, withPrefix } from './orientation'

const [startOfImage, endOfImage, startOfScan, comment, app0, app15] = [0xd8, 0xd9, 0xda, 0xfe, 0xe0, 0xef]

const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7

/** Where the data of a scan ends: at the next marker that is none of its own. One that breaks off goes to the end of the file. */
const endOfScan = (bytes: Uint8Array, start: number): number => {
  let at = start
  for (;;) {
    at = bytes.indexOf(0xff, at)
    if (at === -1 || at + 1 >= bytes.length) return bytes.length
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && !isRestart(next)) return at
    at += next === 0xff ? 1 : 2
  }
}

const segment = (marker: number, payload: Uint8Array): Uint8Array => {
  const head = new Uint8Array(4)
  viewOf(head).setUint16(0, 0xff00 | marker)
  viewOf(head).setUint16(2, payload.length + 2)
  return Buffer.concat([head, payload])
}

/** Version, density, and no small picture: that may show what the large one no longer does. */
const withoutThumbnail = (jfif: Uint8Array): Uint8Array => Buffer.concat([cut(jfif, 0, 12), new Uint8Array(2)])

/** What stays of an application's segment, and what the rest of it is. Colours need JFIF, ICC profiles and Adobe's transform. */
const ofApplication = (marker: number, payload: Uint8Array): { stays?: Uint8Array; noted: Noted } => {
  if (marker === app0 && startsWith(payload, 'JFIF\0')) return { stays: withoutThumbnail(payload), noted: 'thumbnail' }
  if (marker === app0 && startsWith(payload, 'JFXX\0')) return { noted: 'thumbnail' }
  if (marker === 0xe1 && startsWith(payload, 'Exif\0')) {
    const tiff = orientationAlone(withoutPrefix(payload))
    return { ...tiff && { stays: withPrefix(tiff) }, noted: 'exif' }
  }
  if (marker === 0xe1 && ascii(payload.subarray(0, 40)).includes('ns.adobe.com/x')) return { noted: 'xmp' }
  if (marker === 0xe2 && startsWith(payload, 'ICC_PROFILE\0')) return { stays: payload, noted: 'other' }
  if (marker === 0xed) return { noted: 'iptc' }
  if (marker === 0xee && startsWith(payload, 'Adobe')) return { stays: payload, noted: 'other' }
  return { noted: 'other' }
}

const keepSegment = ({ pieces, removed }: Kept, marker: number, whole: Uint8Array): void => {
  if (marker === comment) removed.add('comment')
  else if (marker >= app0 && marker <= app15) {
    const { stays, noted } = ofApplication(marker, whole.subarray(4))
    const next = stays && segment(marker, stays)
    if (!next || !isSameBytes(next, whole)) removed.add(noted)
    if (next) pieces.push(next)
  } else pieces.push(whole)
}

/** Undefined for what is no JPEG, or has no scan. Throws RangeError where a segment breaks off. */
export const cleanedJpeg = (bytes: Uint8Array): Kept | undefined => {
  const view = viewOf(bytes)
  if (bytes.length < 4 || view.getUint16(0) !== (0xff00 | startOfImage)) return undefined
  const kept = nothingKept()
  kept.pieces.push(cut(bytes, 0, 2))
  let hasScan = false
  for (let at = 2; at < bytes.length;) {
    if (view.getUint8(at) !== 0xff) return undefined
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) { at += 1; continue }
    if (marker === endOfImage) {
      kept.pieces.push(cut(bytes, at, at + 2))
      if (at + 2 < bytes.length) kept.removed.add('trailer')
      return hasScan ? kept : undefined
    }
    const end = at + 2 + view.getUint16(at + 2)
    keepSegment(kept, marker, cut(bytes, at, end))
    at = end
    if (marker !== startOfScan) continue
    hasScan = true
    at = endOfScan(bytes, end)
    kept.pieces.push(cut(bytes, end, at))
  }
  return hasScan ? kept : undefined
}
