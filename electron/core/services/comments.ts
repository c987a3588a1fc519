/** Review comments: what people say about a record while it is reviewed. */
import { AppError } from '#shared/contract/errors'
import { commentLimits, type CommentAnchor, type Remark, type ReviewComment } from '#shared/model/comments'
import type { Changes } from './changes'
import type { SessionHolder } from './session'
import type { SettingsService } from './settings'

export interface CommentService {
  list: (recordId: string) => Promise<ReviewComment[]>
  add: (recordId: string, id: string, anchor: CommentAnchor | null, text: string) => Promise<ReviewComment[]>
  reply: (recordId: string, commentId: string, id: string, text: string) => Promise<ReviewComment[]>
  edit: (recordId: string, commentId: string, replyId: string | null, text: string) => Promise<ReviewComment[]>
  resolve: (recordId: string, commentId: string, resolved: boolean) => Promise<ReviewComment[]>
  remove: (recordId: string, commentId: string, replyId: string | null) => Promise<ReviewComment[]>
}

interface Parts { settings: SettingsService; sessions: SessionHolder; changes: Changes; now: () => number }

const tooMany = (path: string): AppError => new AppError('invalid', { issues: [{ path, message: 'too many' }] })

export const createCommentService = ({ settings, sessions, changes, now }: Parts): CommentService => {
  const at = (): string => new Date(now()).toISOString()

  const change = async (recordId: string, edit: (comments: ReviewComment[]) => ReviewComment[]): Promise<ReviewComment[]> => {
    const session = sessions.writable()
    if (!session.catalog.get(recordId)) throw new AppError('not_found', { kind: 'record', id: recordId })
    const comments = await session.write(async () => session.folder.comments.change(recordId, edit))
    changes.publish({ type: 'comments', recordId })
    return comments
  }

  /** Throws `not_found`. */
  const changeOne = async (recordId: string, commentId: string, edit: (comment: ReviewComment) => ReviewComment | undefined): Promise<ReviewComment[]> =>
    change(recordId, (comments) => {
      const comment = comments.find(({ id }) => id === commentId)
      if (!comment) throw new AppError('not_found', { kind: 'comment', id: commentId })
      const edited = edit(comment)
      return edited === comment ? comments : comments.flatMap((each) => (each !== comment ? [each] : edited ? [edited] : []))
    })

  /** Throws `not_yours` for what somebody else said. */
  const expectMine = ({ id, by }: Remark): void => {
    const me = settings.person()
    if (by.name !== me.name || by.unit !== me.unit) throw new AppError('not_yours', { id, by: by.name })
  }

  const replyOf = ({ replies }: ReviewComment, replyId: string): Remark => {
    const reply = replies.find(({ id }) => id === replyId)
    if (!reply) throw new AppError('not_found', { kind: 'comment', id: replyId })
    expectMine(reply)
    return reply
  }

  return {
    list: async (recordId) => sessions.required().folder.comments.read(recordId),
    add: async (recordId, id, anchor, text) => change(recordId, (comments) => {
      if (comments.some((each) => each.id === id)) return comments
      if (comments.length >= commentLimits.comments) throw tooMany('comments')
      return [...comments, { id, by: settings.person(), at: at(), text, ...anchor && { anchor }, replies: [] }]
    }),
    // What is answered is open again.
    reply: async (recordId, commentId, id, text) => changeOne(recordId, commentId, (comment) => {
      if (comment.replies.some((each) => each.id === id)) return comment
      if (comment.replies.length >= commentLimits.replies) throw tooMany('replies')
      const { resolved: _resolved, ...open } = comment
      return { ...open, replies: [...open.replies, { id, by: settings.person(), at: at(), text }] }
    }),
    edit: async (recordId, commentId, replyId, text) => changeOne(recordId, commentId, (comment) => {
      if (replyId === null) {
        expectMine(comment)
        return { ...comment, text, editedAt: at() }
      }
      const reply = replyOf(comment, replyId)
      return { ...comment, replies: comment.replies.map((each) => (each === reply ? { ...each, text, editedAt: at() } : each)) }
    }),
    resolve: async (recordId, commentId, isResolved) => changeOne(recordId, commentId, (comment) => {
      if (isResolved === (comment.resolved !== undefined)) return comment
      const { resolved: _resolved, ...open } = comment
      return isResolved ? { ...open, resolved: { by: settings.person(), at: at() } } : open
    }),
    remove: async (recordId, commentId, replyId) => changeOne(recordId, commentId, (comment) => {
      if (replyId === null) {
        expectMine(comment)
        // What others answered is theirs.
        comment.replies.forEach(expectMine)
        return undefined
      }
      const reply = replyOf(comment, replyId)
      return { ...comment, replies: comment.replies.filter((each) => each !== reply) }
    }),
  }
}
