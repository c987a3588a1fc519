/** The text of a file, for search: pieces in reading order, each with where it stands. */
import { extname } from 'node:path'
import { z } from 'zod'

export const FileTextPiece = z.object({
  text: z.string(),
  /** From 1, where the file has pages. */
  page: z.int().min(1).optional(),
  /** The heading that the piece stands under, which is its first line. */
  heading: z.string().optional(),
})
export type FileTextPiece = z.infer<typeof FileTextPiece>

/** A scan without text has no pieces. */
export const FileText = z.object({
  pieces: z.array(FileTextPiece),
  /** Whether the file holds more than this: too long, too slow to read, or with pages that can't be read. */
  isCut: z.boolean(),
  /**
   * What the file says beside that, which nobody looks for: comments, headers, who wrote it. Null where some of it can't be read, absent of a
   * file whose reader knows of nothing.
   */
  aside: z.array(z.string()).nullable().optional(),
})
export type FileText = z.infer<typeof FileText>

/** Raise it when the readers make something else of a file than before: it is then read again. */
export const readersVersion = 2

/** UTF-16 code units of a file: some 1,300 pages. */
export const maxCharacters = 2_000_000

const kinds = { docx: 'docx', docm: 'docx', dotx: 'docx', pdf: 'pdf', txt: 'plain' } as const
const isKnownExtension = (extension: string): extension is keyof typeof kinds => Object.hasOwn(kinds, extension)

/** What is read of a file of this name; undefined for one without a reader. */
export const textKindOf = (name: string): 'docx' | 'pdf' | 'plain' | undefined => {
  const extension = extname(name).slice(1).toLowerCase()
  return isKnownExtension(extension) ? kinds[extension] : undefined
}

/** Pieces without those that say nothing, up to the limit, which cuts no character in two. */
export const limitText = (pieces: readonly FileTextPiece[]): FileText => {
  let room = maxCharacters
  const kept: FileTextPiece[] = []
  for (const piece of pieces) {
    const text = piece.text.trim()
    if (text === '') continue
    if (text.length > room) {
      const cut = text.slice(0, room).replace(/[\ud800-\udbff]$/, '')
      return { pieces: cut === '' ? kept : [...kept, { ...piece, text: cut }], isCut: true }
    }
    kept.push({ ...piece, text })
    room -= text.length
  }
  return { pieces: kept, isCut: false }
}
