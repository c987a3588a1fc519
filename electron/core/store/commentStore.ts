/** Review comments on disk: one file for each record that has any. */
import { AppError } from '#shared/contract/errors'
import { commentsFormat, CommentsFile, type ReviewComment } from '#shared/model/comments'
import { formatJson } from './canonicalJson'
import { writeDurably } from './durableFile'
import type { LibraryPaths } from './folders'
import type { Journal } from './journal'
import { parseDocument } from './jsonFile'
import { createTurns, type Turns } from './turns'

export interface CommentStore {
  /** None where no file is. Throws `store_corrupt`, `file_unreadable`. */
  read: (recordId: string) => Promise<ReviewComment[]>
  /**
   * Writes what `change` makes of them, one change of a record after another; nothing where it hands back what it was given. Throws what
   * `read` throws, `library_newer_format`, and `store_write_failed`.
   */
  change: (recordId: string, change: (comments: ReviewComment[]) => ReviewComment[]) => Promise<ReviewComment[]>
  /** Runs what writes the comments on a record in another way, while no change of them is under way. */
  alone: Turns
}

export const createCommentStore = (paths: LibraryPaths, journal: Journal): CommentStore => {
  const inTurn = createTurns()

  const readFile = async (recordId: string): Promise<CommentsFile> => {
    const path = paths.comments(recordId)
    const bytes = await journal.read(path)
    if (bytes === undefined) return { format: commentsFormat, recordId, comments: [] }
    const file = parseDocument(path, bytes, CommentsFile)
    if (file.recordId !== recordId) throw new AppError('store_corrupt', { path, reason: `holds comments on record ${file.recordId}` })
    return file
  }

  const write = async (recordId: string, change: (comments: ReviewComment[]) => ReviewComment[]): Promise<ReviewComment[]> => {
    await journal.settle()
    const file = await readFile(recordId)
    if (file.format > commentsFormat) throw new AppError('library_newer_format', { path: paths.comments(recordId), found: file.format, supported: commentsFormat })
    const comments = change(file.comments)
    if (comments !== file.comments) await writeDurably(paths.comments(recordId), formatJson({ ...file, comments }))
    return comments
  }

  return {
    read: async (recordId) => (await readFile(recordId)).comments,
    change: async (recordId, change) => inTurn(recordId, async () => write(recordId, change)),
    alone: inTurn,
  }
}
