import { describe, expect, it } from 'vitest'
import { gapKey, gapPlace, hasGap } from './gapPlace'

const recordId = '01a18078-447e-7eed-8d36-62602c10e05a'
const revisionId = 'a'.repeat(64)

describe('where a gap is filled', () => {
  it('is among the sources where nothing is cited', () => {
    expect(gapPlace({ kind: 'noCitation' })).toEqual({ kind: 'sources' })
  })

  it('is the quote whose source is not here, or the source where no quote cites it', () => {
    expect(gapPlace({ kind: 'sourceMissing', recordId, revisionId, title: '', blockId: 'q1' })).toEqual({ kind: 'block', blockId: 'q1' })
    expect(gapPlace({ kind: 'sourceMissing', recordId, revisionId, title: '', blockId: null })).toEqual({ kind: 'source', recordId })
  })

  it('is the section, there or still to be made', () => {
    expect(gapPlace({ kind: 'sectionMissing', key: 'aim' })).toEqual({ kind: 'section', key: 'aim' })
    expect(gapPlace({ kind: 'sectionEmpty', key: 'aim', sectionId: 's1', title: '目的' })).toEqual({ kind: 'section', key: 'aim' })
  })

  it('stays the same gap when a missing section becomes an empty one', () => {
    const key = gapKey({ kind: 'sectionMissing', key: 'aim' })
    expect(hasGap([{ key: 'requiredSections', met: false, missing: [{ kind: 'sectionEmpty', key: 'aim', sectionId: 's1', title: '目的' }] }], key)).toBe(true)
    expect(hasGap([{ key: 'requiredSections', met: true, missing: [] }], key)).toBe(false)
  })
})
