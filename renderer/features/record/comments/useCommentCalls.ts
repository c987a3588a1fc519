/** What is done to comments; each answer is all there are, and is shown at once. */
import { useMutation } from '@tanstack/react-query'
import { core } from '#renderer/client/client'
import { api, queryClient } from '#renderer/client/queries'
import type { CommentAnchor, ReviewComment } from '#shared/model/comments'

export type CommentCall =
  | { kind: 'add'; id: string; anchor: CommentAnchor | null; text: string }
  | { kind: 'reply'; commentId: string; id: string; text: string }
  | { kind: 'edit'; commentId: string; replyId: string | null; text: string }
  | { kind: 'resolve'; commentId: string; resolved: boolean }
  | { kind: 'remove'; commentId: string; replyId: string | null }

const send = async (recordId: string, call: CommentCall): Promise<ReviewComment[]> => {
  switch (call.kind) {
    case 'add': return core.comments.add({ recordId, id: call.id, anchor: call.anchor, text: call.text })
    case 'reply': return core.comments.reply({ recordId, commentId: call.commentId, id: call.id, text: call.text })
    case 'edit': return core.comments.edit({ recordId, commentId: call.commentId, replyId: call.replyId, text: call.text })
    case 'resolve': return core.comments.resolve({ recordId, commentId: call.commentId, resolved: call.resolved })
    case 'remove': return core.comments.remove({ recordId, commentId: call.commentId, replyId: call.replyId })
  }
}

export const useCommentCalls = (recordId: string) => useMutation({
  mutationFn: (call: CommentCall) => send(recordId, call),
  onSuccess: (all) => { queryClient.setQueryData(api.comments.list.queryKey({ input: { recordId } }), all) },
})
