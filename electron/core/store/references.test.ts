import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newBlockId, newId } from '#shared/model/ids'
import type { RecordContent } from '#shared/model/record'
import { paragraph, recordContent } from '../../../tests/support/records'
import { createReferences, referencesOf } from './references'

const other = newId()

const referring: RecordContent = recordContent({
  links: [{ to: other, relation: 'uses' }, { to: other, relation: 'uses', note: '再次' }],
  body: {
    version: 1, sections: [],
    preamble: [
      { type: 'paragraph', id: newBlockId(), inlines: [{ type: 'recordLink', recordId: other, text: '接地线管理细则' }] },
      { type: 'quote', id: newBlockId(), blocks: [paragraph('停止操作')], citation: { recordId: other, revisionId: 'a'.repeat(64) } },
    ],
  },
})

describe('references', () => {
  it('of a record are its links, citations and mentions, each once', () => {
    expect(referencesOf(referring)).toEqual([
      { to: other, relation: 'uses' }, { to: other, relation: 'cites' }, { to: other, relation: 'mentions' },
    ])
  })

  it('are found from the record that is referred to', () => {
    const references = createReferences()
    const [first, second] = [newId(), newId()].sort()
    references.put(second ?? '', referencesOf(recordContent({ links: [{ to: other, relation: 'evidence' }] })))
    references.put(first ?? '', referencesOf(referring))
    expect(references.to(other)).toEqual([
      { from: first, relation: 'uses' }, { from: first, relation: 'cites' }, { from: first, relation: 'mentions' }, { from: second, relation: 'evidence' },
    ])
  })

  it('are as many as are counted, whatever was put and removed', () => {
    const ids = Array.from({ length: 4 }, newId)
    const index = fc.integer({ min: 0, max: ids.length - 1 })
    const step = fc.record({ of: index, to: fc.option(fc.uniqueArray(fc.tuple(index, fc.constantFrom('cites' as const, 'adopts' as const)), { selector: ([to, relation]) => `${relation} ${to}` })) })
    fc.assert(fc.property(fc.array(step), (steps) => {
      const references = createReferences()
      for (const { of, to } of steps) {
        if (to) references.put(ids[of] ?? '', to.map(([at, relation]) => ({ to: ids[at] ?? '', relation })))
        else references.remove(ids[of] ?? '')
      }
      for (const id of ids) expect(references.count(id)).toBe(references.to(id).length)
    }))
  })

  it('go with what a save took away', () => {
    const references = createReferences()
    const id = newId()
    references.put(id, referencesOf(referring))
    references.put(id, referencesOf(recordContent()))
    expect(references.to(other)).toEqual([])
  })

  it('to oneself are none', () => {
    const references = createReferences()
    references.put(other, referencesOf(referring))
    expect(references.to(other)).toEqual([])
  })
})
