import { describe, expect, it } from 'vitest'
import { gapKey, gapPlace, hasGap } from './gapPlace'

const recordId = '01a18078-447e-7eed-8d36-62602c10e05a'
const revisionId = 'a'.repeat(64)
const missing = { kind: 'sourceMissing', recordId, revisionId, title: '', blockId: null, stepId: null } as const

describe('where a gap is filled', () => {
  it('is among the sources where it comes of nothing', () => {
    expect(gapPlace({ kind: 'noSource' })).toEqual({ kind: 'sources' })
  })

  it('is the quote or the step whose source is not here, or the source where none of them cites it', () => {
    expect(gapPlace({ ...missing, blockId: 'q1' })).toEqual({ kind: 'block', blockId: 'q1' })
    expect(gapPlace({ ...missing, stepId: 's1' })).toEqual({ kind: 'step', stepId: 's1', column: 'sources' })
    expect(gapPlace(missing)).toEqual({ kind: 'source', recordId })
  })

  it('is the section, there or still to be made, and for the process its steps', () => {
    expect(gapPlace({ kind: 'sectionMissing', key: 'aim' })).toEqual({ kind: 'section', key: 'aim' })
    expect(gapPlace({ kind: 'sectionEmpty', key: 'aim', sectionId: 's1', title: '目的' })).toEqual({ kind: 'section', key: 'aim' })
    expect(gapPlace({ kind: 'sectionMissing', key: 'process' })).toEqual({ kind: 'steps' })
  })

  it('is the very cell of a step, the table, the signer, the pilots, the stage, or the other product', () => {
    expect(gapPlace({ kind: 'stepPost', stepId: 's1', index: 0 })).toEqual({ kind: 'step', stepId: 's1', column: 'post' })
    expect(gapPlace({ kind: 'noAcceptance' })).toEqual({ kind: 'acceptance' })
    expect(gapPlace({ kind: 'signerSame', signer: 'reviewedBy', name: '张三' })).toEqual({ kind: 'signer', signer: 'reviewedBy' })
    expect(gapPlace({ kind: 'noPilotOutcome', adoptionIds: [] })).toEqual({ kind: 'adoptions' })
    expect(gapPlace({ kind: 'notInPilot', stage: 'drafting' })).toEqual({ kind: 'stage' })
    expect(gapPlace({ kind: 'circle', recordId, titles: [] })).toEqual({ kind: 'record', recordId })
  })

  it('stays the same gap when a missing section becomes an empty one', () => {
    const key = gapKey({ kind: 'sectionMissing', key: 'aim' })
    expect(hasGap([{ key: 'requiredSections', met: false, missing: [{ kind: 'sectionEmpty', key: 'aim', sectionId: 's1', title: '目的' }] }], key)).toBe(true)
    expect(hasGap([{ key: 'requiredSections', met: true, missing: [] }], key)).toBe(false)
  })
})
