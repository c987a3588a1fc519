/** Whatever is done to a library's words can be taken back to what it was. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId } from '#shared/model/ids'
import { LibraryFile, type UnitNode } from '#shared/model/library'
import { takeBack, wordChanges } from '#shared/model/vocabularies/wordChanges'
import { joinedWords, movedWord, withoutWords, withWords } from './words'

const libraryWith = (vocabularies: Partial<LibraryFile['vocabularies']>): LibraryFile => LibraryFile.parse({
  format: 1, id: newId(), name: '资料库', language: 'zh-CN', unit: { name: '甲', code: 'YW' }, createdAt: '2026-11-24T06:00:00.000Z',
  vocabularies: { units: [], fields: [], tags: [], people: [], ...vocabularies }, numbering: {},
})

const name: fc.Arbitrary<string> = fc.constantFrom('甲', '乙', '丙', '丁', '戊', '己')

/** Names may recur: somebody may have written the file by hand. */
const { tree } = fc.letrec<{ tree: UnitNode[] }>((tie) => ({
  tree: fc.array(fc.record({ name, code: fc.constantFrom('A', 'B'), children: fc.oneof({ depthSize: 'small' }, fc.constant<UnitNode[]>([]), tie('tree')) }, { requiredKeys: ['name'] }), { maxLength: 3 }),
}))

const withoutEmpty = (nodes: readonly UnitNode[]): UnitNode[] =>
  nodes.map(({ children = [], ...own }) => ({ ...own, ...children.length > 0 && { children: withoutEmpty(children) } }))

const library = fc.record({
  units: tree.map(withoutEmpty), tags: fc.uniqueArray(name).map((names) => names.map((each) => ({ name: each, synonyms: ['别名'] }))),
  words: fc.array(fc.record({ name, synonyms: fc.array(name, { maxLength: 2 }) }), { maxLength: 2 }),
  people: fc.uniqueArray(name).map((names) => names.map((each) => ({ name: each, unit: '甲' }))),
}).map(libraryWith)

const countUnits = (nodes: readonly UnitNode[]): number => nodes.reduce((sum, { children = [] }) => sum + 1 + countUnits(children), 0)

describe('words', () => {
  it('that were made one, or removed, are as they were when that is taken back', () => {
    fc.assert(fc.property(library, fc.constantFrom('units', 'tags', 'people'), fc.uniqueArray(name, { minLength: 1, maxLength: 3 }), fc.option(fc.oneof(name, fc.constant('新'))), (before, kind, words, into) => {
      const after = into === null ? withoutWords(before, kind, words) : joinedWords(before, kind, words, into)
      expect(takeBack(after, { kind, words, into, ...wordChanges(before, after) })).toEqual(before)
    }))
  })

  it('of a tree are never lost or doubled by a merge but those that are merged', () => {
    fc.assert(fc.property(library, fc.uniqueArray(name, { minLength: 1, maxLength: 3 }), name, (before, words, into) => {
      const { units } = joinedWords(before, 'units', words, into).vocabularies
      const names = (nodes: readonly UnitNode[]): string[] => nodes.flatMap(({ name: own, children = [] }) => [own, ...names(children)])
      const others = (nodes: readonly UnitNode[]): string[] => names(nodes).filter((each) => each !== into && !words.includes(each)).sort()
      expect(others(units)).toEqual(others(before.vocabularies.units))
    }))
  })

  it('are not added twice, nor moved below themselves, and stay all there when moved', () => {
    const before = libraryWith({ units: [{ name: '甲', children: [{ name: '乙' }, { name: '丙' }] }] })
    expect(withWords(before, 'units', ['乙', '丁'], '丙').vocabularies.units).toEqual([{ name: '甲', children: [{ name: '乙' }, { name: '丙', children: [{ name: '丁' }] }] }])
    expect(() => movedWord(before, 'units', '甲', { parent: '乙', before: null })).toThrow('below itself')
    expect(countUnits(movedWord(before, 'units', '丙', { parent: null, before: '甲' }).vocabularies.units)).toBe(3)
  })
})
