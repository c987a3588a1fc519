/** PNG (W3C, third edition) and APNG: chunks up to the end of the image. */
import { crc32 } from 'node:zlib'
import { ascii, cut, isSameBytes, nothingKept, viewOf, type Kept, type Noted } from './kept'
import { orientationAlone, withoutPrefix } from './orientation'

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)

/** What says how the pixels look. A critical chunk (its name begins with a capital) is needed too, whatever it is. */
const looks: ReadonlySet<string> = new Set(['tRNS', 'cHRM', 'gAMA', 'iCCP', 'sRGB', 'sBIT', 'cICP', 'mDCV', 'cLLI', 'bKGD', 'pHYs', 'acTL', 'fcTL', 'fdAT'])
const isNeeded = (name: string): boolean => looks.has(name) || /^[A-Z]/.test(name)

const noted: Readonly<Record<string, Noted>> = { tEXt: 'text', zTXt: 'text', iTXt: 'text', eXIf: 'exif', tIME: 'time' }

const chunk = (name: string, data: Uint8Array): Uint8Array => {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, sum] = [new Uint8Array(4), new Uint8Array(4)]
  viewOf(length).setUint32(0, data.length)
  viewOf(sum).setUint32(0, crc32(named))
  return Buffer.concat([length, named, sum])
}

const keepChunk = ({ pieces, removed }: Kept, name: string, whole: Uint8Array): void => {
  const tiff = name === 'eXIf' ? orientationAlone(withoutPrefix(whole.subarray(8, -4))) : undefined
  const stays = isNeeded(name) ? whole : tiff && chunk(name, tiff)
  if (!stays || !isSameBytes(stays, whole)) removed.add(noted[name] ?? 'other')
  if (stays) pieces.push(stays)
}

/** Undefined for what is no PNG. Throws RangeError where it breaks off. */
export const cleanedPng = (bytes: Uint8Array): Kept | undefined => {
  if (!isSameBytes(bytes.subarray(0, 8), signature)) return undefined
  const [view, kept] = [viewOf(bytes), nothingKept()]
  kept.pieces.push(cut(bytes, 0, 8))
  for (let at = 8; ;) {
    const end = at + 12 + view.getUint32(at)
    const whole = cut(bytes, at, end)
    const name = ascii(whole.subarray(4, 8))
    keepChunk(kept, name, whole)
    at = end
    if (name !== 'IEND') continue
    if (at < bytes.length) kept.removed.add('trailer')
    return kept
  }
}
