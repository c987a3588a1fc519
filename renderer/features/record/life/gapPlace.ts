/** Where a gap of a gate is filled. */
import type { MoveGap } from '#shared/model/life/conditions'

export type GapPlace =
  /** One that is not there is made on the way. */
  | { kind: 'section'; key: string }
  | { kind: 'results' }
  | { kind: 'profile' }
  | { kind: 'comment'; commentId: string }
  | { kind: 'comments' }
  /** Where units are asked to take a product up. */
  | { kind: 'adoptions' }
  | { kind: 'field'; key: string }

export const gapPlace = (gap: MoveGap): GapPlace => {
  switch (gap.kind) {
    case 'sectionMissing':
    case 'sectionEmpty': return { kind: 'section', key: gap.key }
    case 'noResult':
    case 'resultUnproven': return { kind: 'results' }
    case 'reviewerUnnamed':
    case 'reviewerIsAuthor': return { kind: 'profile' }
    case 'commentsUnread': return { kind: 'comments' }
    case 'openComments': return { kind: 'comment', commentId: gap.commentId }
    case 'noAdoption': return { kind: 'adoptions' }
    case 'noVerdict': return { kind: 'field', key: 'verdict' }
    case 'noActualDate': return { kind: 'field', key: 'actualDate' }
  }
}
