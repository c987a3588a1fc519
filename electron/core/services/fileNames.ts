/** Names of files that are made: what a person called the thing, such as every system can keep. */

/** Windows keeps none of these names, whatever the extension. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i
/** File systems count bytes, up to 255; a Chinese character has three. */
const longestBytes = 200

const cut = (name: string): string => {
  let short = ''
  for (const character of name) {
    if (Buffer.byteLength(short + character) > longestBytes) break
    short += character
  }
  return short
}

/** `name` as a file name with the extension, `fallback` where nothing of it can stand in one. */
export const fileNameOf = (name: string, fallback: string, extension: string): string => {
  const plain = name.toWellFormed().replaceAll(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, ' ').replaceAll(/\s+/g, ' ').trim()
  const base = cut(plain).replace(/^[. ]+|[. ]+$/g, '')
  return `${base === '' || reserved.test(base) ? fallback : base}.${extension}`
}
