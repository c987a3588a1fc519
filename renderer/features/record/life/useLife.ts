/** Where a record stands and what it can do next: its moves, and the conditions of the gate that lies ahead, as the text is now. */
import { useQuery } from '@tanstack/react-query'
import { api } from '#renderer/client/queries'
import { openComments } from '#shared/model/comments'
import { moveConditions, type MoveCondition } from '#shared/model/life/conditions'
import type { Move } from '#shared/model/life/lives.data'
import { destination, gateAhead, movesFrom, reasonFor } from '#shared/model/life/moves'
import type { RecordFile } from '#shared/model/record'

export interface Ahead { move: Move; conditions: MoveCondition[] }

export type LedMove = Omit<Move, 'reason'> & { to: string; why: 'required' | 'optional' | undefined }

export interface Life {
  /** With where each leads, and whether this user must or may say why; without those that have a procedure of their own. */
  moves: LedMove[]
  /** The next move with a gate, which may be one after the next. */
  ahead: Ahead | undefined
}

export const useLife = ({ id, content }: RecordFile): Life => {
  const reviewer = useQuery(api.app.settings.queryOptions()).data?.profile.name ?? ''
  const query = useQuery(api.comments.list.queryOptions({ input: { recordId: id } }))
  const comments = query.data ?? []
  const adoptions = useQuery({ ...api.adoptions.ofProduct.queryOptions({ input: { id } }), enabled: content.type === 'product' })
  const judging = {
    reviewer, openComments: query.error ? undefined : openComments(comments), adoptions: adoptions.data?.adoptions.filter(({ pilot, edition }) => !pilot && edition !== null && edition === content.fields.edition).length ?? 0,
  }
  const moves = movesFrom(content)
  // What lies ahead of a move that has a procedure of its own is shown where that is.
  const next = moves.some(({ isOwn }) => isOwn) ? undefined : gateAhead(content)
  const isNow = next?.from.includes(content.stage) === true
  // Who will review is not known before it is submitted, and where nobody commented there is nothing to settle.
  const isOfInterest = ({ key }: MoveCondition): boolean => (isNow || key !== 'reviewerNotAuthor') && (comments.length > 0 || query.error !== null || key !== 'commentsResolved')
  return {
    moves: moves.filter(({ isOwn }) => !isOwn).map((move) => ({ ...move, to: destination(content, move), why: reasonFor(content, move, reviewer) })),
    ahead: next && { move: next, conditions: moveConditions(next, content, judging).filter(isOfInterest) },
  }
}
