/** Which of the pictures that Word shows a file is, and how large: told by its bytes alone, since names and declared types are often wrong. */
export interface PictureFacts {
  type: 'png' | 'jpg' | 'gif' | 'bmp'
  /** Pixels. */
  width: number
  height: number
}

const ascii = (bytes: DataView, at: number, length: number): string =>
  String.fromCharCode(...Array.from({ length }, (_, index) => bytes.getUint8(at + index)))

const png = (bytes: DataView): PictureFacts | undefined =>
  (bytes.getUint32(0) === 0x89504e47 && bytes.getUint32(4) === 0x0d0a1a0a && ascii(bytes, 12, 4) === 'IHDR'
    ? { type: 'png', width: bytes.getUint32(16), height: bytes.getUint32(20) } : undefined)

/** Start of frame (ITU-T T.81, table B.1): C0 to CF but for tables and arithmetic conditioning. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

const jpg = (bytes: DataView): PictureFacts | undefined => {
  if (bytes.getUint16(0) !== 0xffd8) return undefined
  for (let at = 2; bytes.getUint8(at) === 0xff;) {
    const marker = bytes.getUint8(at + 1)
    if (marker === 0xff) { at += 1; continue }
    if (isFrame(marker)) return { type: 'jpg', width: bytes.getUint16(at + 7), height: bytes.getUint16(at + 5) }
    at += 2 + bytes.getUint16(at + 2)
  }
  return undefined
}

const gif = (bytes: DataView): PictureFacts | undefined =>
  (/^GIF8[79]a$/.test(ascii(bytes, 0, 6)) ? { type: 'gif', width: bytes.getUint16(6, true), height: bytes.getUint16(8, true) } : undefined)

/** Rows may run from the top, which a negative height says. */
const bmp = (bytes: DataView): PictureFacts | undefined =>
  (ascii(bytes, 0, 2) === 'BM' && bytes.getUint32(14, true) >= 40
    ? { type: 'bmp', width: bytes.getInt32(18, true), height: Math.abs(bytes.getInt32(22, true)) } : undefined)

/** Undefined for what is none of them, or breaks off before it says its size. */
export const pictureFacts = (file: Uint8Array): PictureFacts | undefined => {
  const bytes = new DataView(file.buffer, file.byteOffset, file.byteLength)
  for (const read of [png, jpg, gif, bmp]) {
    try {
      const facts = read(bytes)
      if (facts) return facts.width > 0 && facts.height > 0 ? facts : undefined
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
    }
  }
  return undefined
}
