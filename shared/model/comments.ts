/** Review comments on a record: one file each in `comments/`, apart from the record, so that a remark is no revision of it. They stay in this library. */
import { z } from 'zod'
import { BlockId, Sha256, Timestamp, Uuid } from './ids'
import { Person } from './record'

export const commentsFormat = 1

/** The most that one says, in characters, and the most that stand on one record. */
export const commentLimits = { text: 5000, quote: 1000, comments: 2000, replies: 500 } as const

/**
 * The words that a comment is about: `quote` as it stood in the text of a block, `start` characters from its beginning. It is found again
 * by its words (`findAnchor`); `revisionId` is the revision that it was written on.
 */
export const CommentAnchor = z.looseObject({
  blockId: BlockId, quote: z.string().min(1).max(commentLimits.quote), start: z.int().min(0), revisionId: Sha256.optional(),
})
export type CommentAnchor = z.infer<typeof CommentAnchor>

export const Remark = z.looseObject({ id: Uuid, by: Person, at: Timestamp, text: z.string(), editedAt: Timestamp.optional() })
export type Remark = z.infer<typeof Remark>

/** One without an anchor is about the record as a whole. `resolved` says who settled it, and when. */
export const ReviewComment = Remark.extend({
  anchor: CommentAnchor.optional(), replies: z.array(Remark), resolved: z.looseObject({ by: Person, at: Timestamp }).optional(),
})
export type ReviewComment = z.infer<typeof ReviewComment>

/** The comments in the order in which they were made. */
export const CommentsFile = z.looseObject({ format: z.int().min(1), recordId: Uuid, comments: z.array(ReviewComment) })
export type CommentsFile = z.infer<typeof CommentsFile>

export const openComments = (comments: readonly ReviewComment[]): ReviewComment[] => comments.filter(({ resolved }) => !resolved)

const changedAt = ({ at, editedAt }: Remark): string => editedAt ?? at

/** The one that was changed later; of two at one time the same on every device. */
const later = <T extends Remark>(one: T, other: T): T => {
  const [a, b] = [changedAt(one), changedAt(other)]
  if (a !== b) return a > b ? one : other
  return JSON.stringify(one) >= JSON.stringify(other) ? one : other
}

/** All of both, each once as `join` makes it of two, in the order in which they were made. */
const together = <T extends Remark>(one: readonly T[], other: readonly T[], join: (a: T, b: T) => T): T[] => {
  const all = new Map<string, T>()
  for (const each of [...one, ...other]) {
    const known = all.get(each.id)
    all.set(each.id, known ? join(known, each) : each)
  }
  return [...all.values()].sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1))
}

const joined = (one: ReviewComment, other: ReviewComment): ReviewComment => {
  const { resolved: _one, ...wording } = later(one, other)
  const settled = [one.resolved, other.resolved].flatMap((each) => (each ? [each] : []))
    .reduce<ReviewComment['resolved']>((latest, each) => (latest && latest.at >= each.at ? latest : each), undefined)
  return { ...wording, replies: together(one.replies, other.replies, later), ...settled && { resolved: settled } }
}

/**
 * What two devices said apart from one another, as one: nothing that either says is lost, the later wording of a remark stays, and what
 * either settled is settled. The same whichever of the two comes first.
 */
export const mergeComments = (one: readonly ReviewComment[], other: readonly ReviewComment[]): ReviewComment[] => together(one, other, joined)

/** Where the words of an anchor stand in a block's text now, the place nearest to where they stood; undefined where they do not. */
export const findAnchor = (text: string, { quote, start }: Pick<CommentAnchor, 'quote' | 'start'>): { start: number; end: number } | undefined => {
  let nearest: number | undefined
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) {
    if (nearest === undefined || Math.abs(at - start) < Math.abs(nearest - start)) nearest = at
  }
  return nearest === undefined ? undefined : { start: nearest, end: nearest + quote.length }
}
