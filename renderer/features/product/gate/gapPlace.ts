/** Where a gap of the gate is filled. */
import type { GateCondition, GateGap, Signer } from '#shared/model/product/releaseGate'

export type GapPlace =
  /** In the sources, by taking an excerpt. */
  | { kind: 'sources' }
  | { kind: 'source'; recordId: string }
  | { kind: 'block'; blockId: string }
  /** One that is not there is made on the way. */
  | { kind: 'section'; key: string }
  /** Among the steps, in a new one if none is named. */
  | { kind: 'steps' }
  | { kind: 'step'; stepId: string; column: 'standard' | 'post' | 'sources' }
  | { kind: 'acceptance' }
  | { kind: 'signer'; signer: Signer }
  /** Among those who try it out. */
  | { kind: 'adoptions' }
  | { kind: 'record'; recordId: string }
  /** The moves to the next stage. */
  | { kind: 'stage' }
  /** Anywhere in the text. */
  | { kind: 'text' }

export const gapPlace = (gap: GateGap): GapPlace => {
  switch (gap.kind) {
    case 'noSource': return { kind: 'sources' }
    case 'sourceMissing':
      if (gap.blockId !== null) return { kind: 'block', blockId: gap.blockId }
      return gap.stepId === null ? { kind: 'source', recordId: gap.recordId } : { kind: 'step', stepId: gap.stepId, column: 'sources' }
    case 'circle': return { kind: 'record', recordId: gap.recordId }
    case 'sectionMissing':
    case 'sectionEmpty': return gap.key === 'process' ? { kind: 'steps' } : { kind: 'section', key: gap.key }
    case 'noStep': return { kind: 'steps' }
    case 'stepStandard': return { kind: 'step', stepId: gap.stepId, column: 'standard' }
    case 'stepPost': return { kind: 'step', stepId: gap.stepId, column: 'post' }
    case 'noAcceptance': return { kind: 'acceptance' }
    case 'noPilotOutcome': return { kind: 'adoptions' }
    case 'signerMissing':
    case 'signerSame': return { kind: 'signer', signer: gap.signer }
    case 'notInPilot': return { kind: 'stage' }
    case 'unchanged': return { kind: 'text' }
  }
}

/** The same for a section that is missing and for the empty one that it becomes. */
export const gapKey = (gap: GateGap): string => {
  switch (gap.kind) {
    case 'sourceMissing': return `source ${gap.recordId} ${gap.revisionId} ${gap.blockId ?? gap.stepId ?? ''}`
    case 'sectionMissing':
    case 'sectionEmpty': return `section ${gap.key}`
    case 'stepStandard':
    case 'stepPost': return `${gap.kind} ${gap.stepId}`
    case 'signerMissing':
    case 'signerSame': return `signer ${gap.signer}`
    case 'noSource':
    case 'circle':
    case 'noStep':
    case 'noAcceptance':
    case 'noPilotOutcome':
    case 'notInPilot':
    case 'unchanged': return gap.kind
  }
}

export const hasGap = (conditions: readonly GateCondition[], key: string): boolean => conditions.some(({ missing }) => missing.some((gap) => gapKey(gap) === key))
