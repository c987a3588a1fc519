/** The lives of records (product.md, "Lives and gates"): their stages in order, and the moves from one to another. */

/** What must hold before a move: see `moveConditions`. */
export const conditionKeys = ['requiredSections', 'measuredResult', 'reviewerNotAuthor', 'commentsResolved', 'adoptionPlanned', 'verdictGiven', 'dateGiven'] as const
export type ConditionKey = (typeof conditionKeys)[number]

export interface Move {
  key: string
  from: readonly string[]
  /** Where it leads; `before` is the stage that the record left for the one where it is. */
  to: string
  /** Whether the one who moves it must say why; `fromOthers`: all but who brought it where it is. */
  reason?: 'required' | 'optional' | 'fromOthers'
  gate?: readonly ConditionKey[]
  /** It leads backwards or out, and is offered behind the others. */
  isBack?: true
  /** It is made by a procedure of its own, never by `records.move`. */
  isOwn?: true
}

export interface Life { stages: readonly string[]; moves: readonly Move[] }

export const lives = {
  library: {
    stages: ['draft', 'inReview', 'validated', 'published', 'archived'],
    moves: [
      { key: 'submit', from: ['draft'], to: 'inReview' },
      { key: 'validate', from: ['inReview'], to: 'validated', gate: ['requiredSections', 'measuredResult', 'reviewerNotAuthor', 'commentsResolved'] },
      { key: 'publish', from: ['validated'], to: 'published' },
      { key: 'reject', from: ['inReview'], to: 'draft', reason: 'required', isBack: true },
      { key: 'withdraw', from: ['inReview'], to: 'draft', reason: 'fromOthers', isBack: true },
      { key: 'revise', from: ['validated', 'published'], to: 'draft', reason: 'required', isBack: true },
      { key: 'archive', from: ['draft', 'validated', 'published'], to: 'archived', reason: 'optional', isBack: true },
      { key: 'unarchive', from: ['archived'], to: 'before' },
    ],
  },
  award: {
    stages: ['draft', 'inReview', 'announced', 'archived'],
    moves: [
      { key: 'submit', from: ['draft'], to: 'inReview' },
      { key: 'announce', from: ['inReview'], to: 'announced', gate: ['requiredSections', 'reviewerNotAuthor', 'commentsResolved'] },
      { key: 'reject', from: ['inReview'], to: 'draft', reason: 'required', isBack: true },
      { key: 'withdraw', from: ['inReview'], to: 'draft', reason: 'fromOthers', isBack: true },
      { key: 'revise', from: ['announced'], to: 'draft', reason: 'required', isBack: true },
      { key: 'archive', from: ['draft', 'announced'], to: 'archived', reason: 'optional', isBack: true },
      { key: 'unarchive', from: ['archived'], to: 'before' },
    ],
  },
  event: {
    stages: ['planned', 'held', 'closed'],
    moves: [
      { key: 'hold', from: ['planned'], to: 'held' },
      { key: 'close', from: ['held'], to: 'closed' },
      { key: 'reopen', from: ['closed'], to: 'held', reason: 'required' },
      { key: 'postpone', from: ['held'], to: 'planned', reason: 'required', isBack: true },
    ],
  },
  adoption: {
    stages: ['planned', 'underWay', 'done', 'notApplicable'],
    moves: [
      { key: 'begin', from: ['planned'], to: 'underWay' },
      { key: 'finish', from: ['underWay'], to: 'done', gate: ['verdictGiven', 'dateGiven'] },
      { key: 'decline', from: ['planned', 'underWay'], to: 'notApplicable', reason: 'required', isBack: true },
      { key: 'resume', from: ['done', 'notApplicable'], to: 'underWay', reason: 'required' },
    ],
  },
  product: {
    stages: ['proposed', 'drafting', 'inReview', 'pilot', 'released', 'replicating', 'retired'],
    moves: [
      { key: 'compile', from: ['proposed'], to: 'drafting' },
      { key: 'submit', from: ['drafting'], to: 'inReview' },
      { key: 'pilot', from: ['inReview'], to: 'pilot', gate: ['requiredSections', 'reviewerNotAuthor', 'commentsResolved'] },
      // `products.release`, through a gate of its own (shared/model/product/releaseGate).
      { key: 'release', from: ['pilot'], to: 'released', isOwn: true },
      { key: 'replicate', from: ['released'], to: 'replicating', gate: ['adoptionPlanned'] },
      { key: 'reject', from: ['inReview'], to: 'drafting', reason: 'required', isBack: true },
      { key: 'withdraw', from: ['inReview'], to: 'drafting', reason: 'fromOthers', isBack: true },
      // What comes of it is the next edition; the one before stays in force until then.
      { key: 'revise', from: ['pilot', 'released', 'replicating'], to: 'drafting', reason: 'required', isBack: true },
      { key: 'retire', from: ['released', 'replicating'], to: 'retired', reason: 'required', isBack: true },
      { key: 'reinstate', from: ['retired'], to: 'before', reason: 'required' },
    ],
  },
} as const satisfies Readonly<Record<string, Life>>

export type LifeName = keyof typeof lives
export type MoveKey = (typeof lives)[LifeName]['moves'][number]['key']
