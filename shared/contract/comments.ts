/** Review comments: said about a record or about words in it, answered, resolved. Each call that changes them answers with all there are. */
import { z } from 'zod'
import { CommentAnchor, commentLimits, ReviewComment } from '../model/comments'
import { Uuid } from '../model/ids'
import { procedure } from './base'

const text = z.string().trim().min(1).max(commentLimits.text)
const all = z.array(ReviewComment)
const one = { recordId: Uuid, commentId: Uuid }
/** The comment itself, or one of its replies. */
const remark = { ...one, replyId: Uuid.nullable() }

export const comments = {
  /** In the order in which they were made. */
  list: procedure.input(z.object({ recordId: Uuid })).output(all),
  /** `id` is the comment's own, so that a try that was not answered for is not made twice. Throws `invalid` where there are too many. */
  add: procedure.input(z.object({ recordId: Uuid, id: Uuid, anchor: CommentAnchor.nullable(), text })).output(all),
  reply: procedure.input(z.object({ ...one, id: Uuid, text })).output(all),
  /** What one said oneself. Throws `not_found`, and `not_yours` for what another said. */
  edit: procedure.input(z.object({ ...remark, text })).output(all),
  resolve: procedure.input(z.object({ ...one, resolved: z.boolean() })).output(all),
  /** What one said oneself; a comment with its replies, unless others answered: then it is `not_yours`. Throws as `edit` does. */
  remove: procedure.input(z.object(remark)).output(all),
}
