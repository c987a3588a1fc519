/** Turns the name that a browser gives an uploaded file into one that every file system takes and that stays below its folder. */
import { extname } from 'node:path'

const mostFolders = 20
/** In bytes: with the folder above, still far from the 255 that file systems take for one name. */
const longestName = 200
/** Device names of Windows, with any extension. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

const cut = (text: string, bytes: number): string => {
  let kept = ''
  for (const char of text) {
    if (Buffer.byteLength(kept + char) > bytes) break
    kept += char
  }
  return kept
}

const safeSegment = (segment: string): string => {
  const clean = segment.replaceAll(/[\p{Cc}\p{Surrogate}<>:"|?*\\]/gu, '_').replace(/[. ]+$/, '').trimStart()
  const named = clean === '' ? '_' : reserved.test(clean) ? `_${clean}` : clean
  if (Buffer.byteLength(named) <= longestName) return named
  const extension = cut(extname(named), 20)
  return cut(named, longestName - Buffer.byteLength(extension)) + extension
}

/** The folders and at last the name of the file: at least one segment. */
export const uploadSegments = (name: string): string[] => {
  const segments = name.split('/').filter((segment) => segment !== '' && segment !== '.' && segment !== '..')
  const safe = segments.slice(-mostFolders).map(safeSegment)
  return safe.length > 0 ? safe : ['_']
}
