import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLexicon, type Lexicon, type LexiconKind } from './lexicon'

const filled = (...entries: [kind: LexiconKind, text: string, count: number][]): Lexicon => {
  const lexicon = createLexicon()
  for (const [kind, text, count] of entries) lexicon.change(kind, text, count)
  return lexicon
}
const suggested = (lexicon: Lexicon, text: string, kinds?: LexiconKind[], limit = 8): string[] => lexicon.suggest(text, kinds, limit).map((entry) => entry.text)

describe('suggestions', () => {
  const lexicon = filled(
    ['tag', '变压器', 3], ['tag', '主变压器', 40], ['tag', '变压器油温', 9], ['tag', '电压', 5], ['tag', 'GIS设备', 2], ['unit', '变电运维一班', 7],
    ['author', '张变', 1], ['word', 'transformer', 12], ['word', 'transfer', 4], ['field', '重庆银行', 1],
  )

  it.each([
    ['变压器', ['变压器', '变压器油温', '主变压器']],
    ['變壓', ['变压器油温', '变压器', '主变压器']],
    ['变', ['变压器油温', '变电运维一班', '变压器', '主变压器', '张变']],
    ['压', ['主变压器', '变压器油温', '电压', '变压器']],
    ['设备', ['GIS设备']],
    ['gis设', ['GIS设备']],
    ['设备 gis', ['GIS设备']],
    ['bianyaqi', ['变压器', '变压器油温', '主变压器']],
    ['bianyaq', ['变压器', '变压器油温', '主变压器']],
    ['byq', ['变压器', '变压器油温', '主变压器']],
    ['bian ya', ['变压器油温', '变压器', '主变压器']],
    ["chong'qing", ['重庆银行']],
    ['yinhang', ['重庆银行']],
    ['trans', ['transformer', 'transfer']],
    ['TRANSF', ['transformer', 'transfer']],
    ['transfomer', ['transformer', 'transfer']],
    ['母线', []],
    ['变压母', []],
    ['压器油', ['变压器油温']],
    ['xyz', []],
  ])('%s', (text, expected) => { expect(suggested(lexicon, text)).toEqual(expected) })

  it('are of the kinds that are asked for, with their counts, no more than wanted', () => {
    expect(lexicon.suggest('变', ['unit', 'author'], 8)).toEqual([{ kind: 'unit', text: '变电运维一班', count: 7 }, { kind: 'author', text: '张变', count: 1 }])
    expect(suggested(lexicon, '变', undefined, 2)).toHaveLength(2)
  })

  it('are the commonest before anything is typed', () => { expect(suggested(lexicon, ' ', ['tag'], 2)).toEqual(['主变压器', '变压器油温']) })

  it('come and go with the documents that hold them', () => {
    const changing = filled(['tag', '母线', 1])
    expect(suggested(changing, 'mx')).toEqual(['母线'])
    changing.change('tag', '母线', -1)
    changing.change('tag', '母线槽', 1)
    expect(suggested(changing, 'mx')).toEqual(['母线槽'])
    expect(suggested(changing, '母线')).toEqual(['母线槽'])
    changing.change('tag', '母线', 2)
    expect(changing.suggest('母线', undefined, 1)).toEqual([{ kind: 'tag', text: '母线', count: 2 }])
    changing.change('tag', '没有过', -1)
    expect(suggested(changing, '没有过')).toEqual([])
  })

  it('are the same however the index was filled', () => {
    const entries = Array.from({ length: 20 }, (_, place): [LexiconKind, string, number] => ['tag', `变压器${String.fromCharCode(0x4e00 + place)}`, place + 1])
    const atOnce = filled(...entries)
    const inSlices = filled(...entries)
    let slices = 0
    do slices += 1; while (inSlices.index(6))
    expect(slices).toBe(4)
    expect(suggested(inSlices, 'byq', undefined, 50)).toEqual(suggested(atOnce, 'byq', undefined, 50))
    expect(suggested(inSlices, '变压', undefined, 50)).toHaveLength(20)
  })

  it('find an entry by any piece of it', () => {
    const text = fc.array(fc.constantFrom(...Array.from('变压器油温GIS110 kV母线')), { minLength: 1, maxLength: 8 }).map((each) => each.join(''))
    fc.assert(fc.property(text.filter((each) => each.trim() !== ''), fc.nat(7), fc.nat(7), (entry, from, length) => {
      const piece = entry.slice(Math.min(from, entry.length - 1)).slice(0, length + 1)
      fc.pre(piece.trim() !== '')
      expect(suggested(filled(['tag', entry, 1]), piece)).toEqual([entry])
    }), { numRuns: 100 })
  })
})
