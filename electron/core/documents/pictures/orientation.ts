/** The one thing of EXIF (CIPA DC-008) that decides how a picture looks: which way it is turned. */
import { cut, viewOf } from './kept'

const orientationTag = 0x0112

/** 1 to 8; 1, upright, where nothing or nonsense is said. `tiff` is what stands in an EXIF part, from its byte order on. */
const orientationOf = (tiff: Uint8Array): number => {
  try {
    const view = viewOf(tiff)
    const order = view.getUint16(0)
    const isLittle = order === 0x4949
    if (!isLittle && order !== 0x4d4d) return 1
    const directory = view.getUint32(4, isLittle)
    const count = view.getUint16(directory, isLittle)
    for (let entry = 0; entry < count; entry += 1) {
      const at = directory + 2 + entry * 12
      if (view.getUint16(at, isLittle) !== orientationTag) continue
      const orientation = view.getUint16(at + 8, isLittle)
      return orientation >= 1 && orientation <= 8 ? orientation : 1
    }
    return 1
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return 1
  }
}

/** EXIF that says nothing but how the picture is turned; undefined where it is upright. */
export const orientationAlone = (tiff: Uint8Array): Uint8Array | undefined => {
  const orientation = orientationOf(tiff)
  if (orientation === 1) return undefined
  const alone = new Uint8Array(26)
  const view = viewOf(alone)
  view.setUint32(0, 0x49492a00)
  view.setUint32(4, 8, true)
  view.setUint16(8, 1, true)
  view.setUint16(10, orientationTag, true)
  view.setUint16(12, 3, true)
  view.setUint32(14, 1, true)
  view.setUint16(18, orientation, true)
  return alone
}

const prefix = 'Exif\0\0'

/** The TIFF in an EXIF part, which some writers begin as a JPEG does. */
export const withoutPrefix = (exif: Uint8Array): Uint8Array =>
  (Buffer.from(exif.subarray(0, prefix.length)).toString('latin1') === prefix ? cut(exif, prefix.length, exif.length) : exif)

export const withPrefix = (tiff: Uint8Array): Uint8Array => Buffer.concat([Buffer.from(prefix, 'latin1'), tiff])
