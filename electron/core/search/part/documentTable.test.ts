import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packColumns, readColumns } from './columns'
import { factsOf, labelsOf, makeTable, readTable, tableColumns, type DocumentFacts } from './documentTable'

const facts: fc.Arbitrary<DocumentFacts> = fc.record({
  id: fc.string({ unit: fc.constantFrom('a', '7', '/', '-'), minLength: 1, maxLength: 5 }),
  labels: fc.uniqueArray(fc.constantFrom('tag:安全', 'tag:', 'type:case', 'unit:一班', 'author:张工'), { maxLength: 4 }),
  date: fc.constantFrom(0, 20260318, 99991231), updatedAt: fc.nat(2 ** 45), uses: fc.nat(500),
})
const documents = fc.array(facts, { maxLength: 6 })

describe('a table of documents', () => {
  it('knows of each what it was given', () => {
    fc.assert(fc.property(documents, (all) => {
      const table = makeTable(all)
      expect(all.map((_, document) => factsOf(table, document))).toEqual(all)
    }))
  })

  it('is the same after it was packed', () => {
    fc.assert(fc.property(documents, (all) => {
      const table = makeTable(all)
      expect(readTable(readColumns(packColumns(new Map(tableColumns(table)))))).toEqual(table)
    }))
  })

  it('has each label once, and of a document no label twice', () => {
    const label = (text: string): DocumentFacts => ({ id: text, labels: [text, 'tag:安全', text], date: 0, updatedAt: 0, uses: 0 })
    const table = makeTable([label('tag:甲'), label('tag:乙')])
    expect(table.labelNames).toEqual(['tag:甲', 'tag:安全', 'tag:乙'])
    expect([0, 1].map((document) => Array.from(labelsOf(table, document)))).toEqual([[0, 1], [2, 1]])
  })
})
