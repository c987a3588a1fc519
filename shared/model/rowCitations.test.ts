import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recordContent } from '../../tests/support/records'
import type { Citation } from './body/blocks'
import { pinnedRevisions } from './gates'
import { newId } from './ids'
import { referencesIn, withReference } from './references'
import { rowCitations, withRowCitations } from './rowCitations'

const cited = (title: string, digit = 'a'): Citation => ({ recordId: newId(), revisionId: digit.repeat(64), title })

const tool = cited('操作票复核要点')
const source = cited('地线编号错位', 'b')
const product = recordContent({
  type: 'product', fields: { steps: [{ id: 's1', action: '核对', tools: [tool], sources: [source, source] }, { id: 's2', action: '验电', tools: 'nothing', odd: 1 }] },
})

describe('citations in the cells of tables', () => {
  it('are found with their field, row and column, in the order of the rows', () => {
    expect(rowCitations(product)).toEqual([
      { citation: tool, field: 'steps', rowId: 's1', column: 'tools' },
      { citation: source, field: 'steps', rowId: 's1', column: 'sources' },
      { citation: source, field: 'steps', rowId: 's1', column: 'sources' },
    ])
  })

  it('are none in a type that has no such table', () => {
    expect(rowCitations(recordContent({ type: 'case', fields: { steps: [{ id: 's1', tools: [tool] }] } }))).toEqual([])
  })

  it('are what a product depends on, each revision once', () => {
    expect(pinnedRevisions(product)).toEqual([tool, source].map(({ recordId, revisionId }) => ({ recordId, revisionId })))
  })

  it('can be taken out of one cell alone, by what refers there', () => {
    const [, reference] = referencesIn(product)
    if (reference?.reference.kind !== 'cellCitation') throw new Error('no citation of a cell')
    const { fields } = withReference(product, reference.reference, null)
    expect(fields.steps).toEqual([{ id: 's1', action: '核对', tools: [tool], sources: [] }, { id: 's2', action: '验电', tools: 'nothing', odd: 1 }])
  })

  it('leave fields the very same where nothing changes, and what is no citation as it stands', () => {
    expect(withRowCitations(product, ({ citation }) => citation)).toBe(product.fields)
  })

  it('are not hidden by an entry beside them that is none, which stays, nor by a type that is none', () => {
    const [odd, ofNoType] = [{ ...cited('没有时间'), at: '昨天' }, { ...cited('没有类型'), type: 'poem' }]
    const content = recordContent({ type: 'product', fields: { steps: [{ id: 's1', tools: [odd, tool, ofNoType, 7] }] } })
    expect(rowCitations(content).map(({ citation }) => citation.title)).toEqual([tool.title, '没有类型'])
    expect(withRowCitations(content, ({ citation }) => citation)).toBe(content.fields)
    expect(withRowCitations(content, ({ citation }) => (citation.title === tool.title ? undefined : citation)).steps).toEqual([{ id: 's1', tools: [odd, ofNoType, 7] }])
  })

  it('are each what a change makes of them, whatever stands beside them', () => {
    const Cells = fc.array(fc.record({ title: fc.string() }).map(({ title }) => cited(title)), { maxLength: 3 })
    fc.assert(fc.property(fc.array(fc.record({ tools: Cells, sources: Cells, action: fc.string() }), { maxLength: 5 }), (rows) => {
      const content = recordContent({ type: 'product', fields: { steps: rows.map((row, index) => ({ ...row, id: `s${String(index)}` })) } })
      const led = { ...content, fields: withRowCitations(content, ({ citation }) => ({ ...citation, revisionId: 'c'.repeat(64) })) }
      expect(rowCitations(led)).toEqual(rowCitations(content).map((found) => ({ ...found, citation: { ...found.citation, revisionId: 'c'.repeat(64) } })))
      expect(withRowCitations(led, () => undefined)).toEqual({ steps: content.fields.steps ? rows.map(({ action }, index) => ({ action, id: `s${String(index)}`, tools: [], sources: [] })) : [] })
    }))
  })
})
