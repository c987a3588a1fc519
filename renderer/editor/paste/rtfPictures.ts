/** The pictures in an RTF text, in their order: what Word puts on the clipboard besides HTML that names files of its own. */

/** `undefined` for one that a browser can't draw (Windows metafiles). */
export interface RtfPicture { mediaType: 'image/png' | 'image/jpeg' | undefined, hex: string }

interface Group {
  /** Whether what stands in it is no picture of the text: a second form for old programs, a bullet, the parts of a group of shapes. */
  skipped: boolean
  /** Set in the group of a picture; a group inside it holds names and numbers, not the picture's bytes. */
  picture?: { mediaType: RtfPicture['mediaType'], parts: string[] } | undefined
}

const skippedGroups: ReadonlySet<string> = new Set([
  'nonshppict', 'listpicture', 'shprslt', 'objdata', 'themedata', 'colorschememapping', 'datastore',
  'header', 'headerl', 'headerr', 'headerf', 'footer', 'footerl', 'footerr', 'footerf',
])

const special = /[\\{}]/g
const control = /\\(?:([a-z]+)(-?\d+)? ?|'[0-9a-f]{2}|[^a-z])/iy

export const rtfPictures = (rtf: string): RtfPicture[] => {
  const found: RtfPicture[] = []
  const groups: Group[] = [{ skipped: false }]
  let at = 0
  while (at < rtf.length) {
    const group = groups.at(-1)
    if (!group) return found
    special.lastIndex = at
    const next = special.exec(rtf)?.index ?? rtf.length
    if (group.picture && next > at) group.picture.parts.push(rtf.slice(at, next))
    at = next + 1
    if (rtf[next] === '{') groups.push({ skipped: group.skipped })
    else if (rtf[next] === '}') {
      groups.pop()
      if (group.picture) found.push({ mediaType: group.picture.mediaType, hex: group.picture.parts.join('') })
    } else if (rtf[next] === '\\') {
      control.lastIndex = next
      const [whole = '', word, number] = control.exec(rtf) ?? []
      at = next + Math.max(whole.length, 1) + (word === 'bin' ? Number(number ?? 0) : 0)
      if (word !== undefined) readWord(word, group)
    }
  }
  return found
}

const readWord = (word: string, group: Group): void => {
  if (skippedGroups.has(word)) group.skipped = true
  else if (word === 'pict' && !group.skipped) group.picture = { mediaType: undefined, parts: [] }
  else if (word === 'pngblip' && group.picture) group.picture.mediaType = 'image/png'
  else if (word === 'jpegblip' && group.picture) group.picture.mediaType = 'image/jpeg'
}

const digitOf = (code: number): number => {
  if (code >= 0x30 && code <= 0x39) return code - 0x30
  const letter = code | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1
}

/** The bytes that hexadecimal digits stand for; spaces and line ends between them do not count. */
export const bytesOfHex = (hex: string): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(hex.length >> 1)
  let size = 0
  let high = -1
  for (let index = 0; index < hex.length; index += 1) {
    const digit = digitOf(hex.charCodeAt(index))
    if (digit === -1) continue
    if (high === -1) { high = digit; continue }
    bytes[size] = high * 16 + digit
    size += 1
    high = -1
  }
  return bytes.slice(0, size)
}
