/** Where a gap of the gate is filled. */
import type { GateCondition, GateGap } from '#shared/model/product/releaseGate'

export type GapPlace =
  /** In the sources, by taking an excerpt. */
  | { kind: 'sources' }
  | { kind: 'source'; recordId: string }
  | { kind: 'block'; blockId: string }
  /** One that is not there is made on the way. */
  | { kind: 'section'; key: string }
  /** Anywhere in the text. */
  | { kind: 'text' }

export const gapPlace = (gap: GateGap): GapPlace => {
  switch (gap.kind) {
    case 'noCitation': return { kind: 'sources' }
    case 'sourceMissing': return gap.blockId === null ? { kind: 'source', recordId: gap.recordId } : { kind: 'block', blockId: gap.blockId }
    case 'sectionMissing':
    case 'sectionEmpty': return { kind: 'section', key: gap.key }
    case 'unchanged': return { kind: 'text' }
  }
}

/** The same for a section that is missing and for the empty one that it becomes. */
export const gapKey = (gap: GateGap): string => {
  switch (gap.kind) {
    case 'noCitation':
    case 'unchanged': return gap.kind
    case 'sourceMissing': return `source ${gap.recordId} ${gap.blockId ?? ''}`
    case 'sectionMissing':
    case 'sectionEmpty': return `section ${gap.key}`
  }
}

export const hasGap = (conditions: readonly GateCondition[], key: string): boolean => conditions.some(({ missing }) => missing.some((gap) => gapKey(gap) === key))
