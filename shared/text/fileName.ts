/** Names of files that are made: what a person called the thing, such as every system can keep. */
import { wellFormed } from './wellFormed'

/** Windows keeps none of these names, whatever the extension. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i
/** File systems count bytes, up to 255; a Chinese character has three. */
const longestBytes = 200

const bytesIn = (character: string): number => {
  const point = character.codePointAt(0) ?? 0
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
}

const cut = (name: string): string => {
  let short = ''
  let bytes = 0
  for (const character of name) {
    bytes += bytesIn(character)
    if (bytes > longestBytes) break
    short += character
  }
  return short
}

/** `name` as the name of a folder, `fallback` where nothing of it can stand in one. */
export const folderNameOf = (name: string, fallback: string): string => {
  const plain = wellFormed(name).replaceAll(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, ' ').replaceAll(/\s+/g, ' ').trim()
  const base = cut(plain).replace(/^[. ]+|[. ]+$/g, '')
  return base === '' || reserved.test(base) ? fallback : base
}

/** `name` as a file name with the extension, `fallback` where nothing of it can stand in one. */
export const fileNameOf = (name: string, fallback: string, extension: string): string => `${folderNameOf(name, fallback)}.${extension}`
