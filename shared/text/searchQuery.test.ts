import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSearchQuery, type QueryItem } from './searchQuery'

const shown = ({ part, isExcluded }: QueryItem): string =>
  `${isExcluded ? '-' : ''}${part.kind === 'field' ? `${part.field}=${part.value}` : part.kind === 'phrase' ? `"${part.text}"` : part.text}`
const read = (text: string): string[] => parseSearchQuery(text).all.map((any) => any.map(shown).join('|'))
const problems = (text: string) => parseSearchQuery(text).problems.map(({ kind, start, end }) => [kind, text.slice(start, end)])

describe('a query', () => {
  it.each([
    ['接地线 漏拆', ['接地线', '漏拆']],
    ['"接地线 漏拆" 母线', ['"接地线 漏拆"', '母线']],
    ['“接地线” -「母线」 tag:『刀闸』', ['"接地线"', '-"母线"', 'tag=刀闸']],
    ['什么是“双确认”？', ['什么是“双确认”？']],
    ['「双确认」是什么', ['「双确认」是什么']],
    ['接地 -验收 －"试 验"', ['接地', '-验收', '-"试 验"']],
    ['J-07 2026-03-18', ['J-07', '2026-03-18']],
    ['母线 OR 刀闸 安全', ['母线|刀闸', '安全']],
    ['母线 | 刀闸 或 -开关', ['母线|刀闸|-开关']],
    ['tag:安全 标签：反违章 Unit:"运维 一班"', ['tag=安全', 'tag=反违章', 'unit=运维 一班']],
    ['阶段:已发布 -type:case before:2026 之后:2025年3月', ['stage=已发布', '-type=case', 'before=2026', 'after=2025年3月']],
    ['has:attachment 含:附件', ['has=attachment', 'has=附件']],
    ['a|b', ['a|b']],
    ['DL/T:5161 注意：安全', ['DL/T:5161', '注意：安全']],
  ])('reads %s', (text, expected) => {
    expect(read(text)).toEqual(expected)
    expect(problems(text)).toEqual([])
  })

  it.each([
    ['"接地线 漏拆', ['接地线', '漏拆'], [['unclosedQuote', '"接地线 漏拆']]],
    ['"" 母线', ['母线'], [['emptyPhrase', '""']]],
    ['tag: 母线', ['母线'], [['emptyField', 'tag:']]],
    ['tag:"安全', ['tag=安全'], [['unclosedQuote', '"安全']]],
    ['before:昨天 母线', ['母线'], [['badDate', 'before:昨天']]],
    ['after:2026-02-30', [], [['badDate', 'after:2026-02-30']]],
    ['autho:张工', ['autho:张工'], [['unknownField', 'autho:']]],
    ['OR 母线', ['母线'], [['nothingBeforeOr', 'OR']]],
    ['母线 OR', ['母线'], [['nothingAfterOr', 'OR']]],
    ['OR', [], [['nothingBeforeOr', 'OR']]],
    ['-', ['-'], []],
    [' \u0000', ['\u0000'], []],
  ])('says what is wrong with %s and goes on', (text, expected, wrong) => {
    expect(read(text)).toEqual(expected)
    expect(problems(text)).toEqual(wrong)
  })

  it('says that it is not read to the end', () => { expect(problems('接'.repeat(1000)).map(([kind]) => kind)).toEqual(['tooLong']) })

  it('is read whatever it is, and each part stands where it says', () => {
    const piece = fc.oneof(fc.constantFrom('"', '“', '”', '-', ' ', 'OR', '|', 'tag:', 'before:', '2026', '：', '母线', '\ud800'), fc.string({ unit: fc.constantFrom('a', '母', ':', '\t', '\ud83d\ude00'), maxLength: 4 }))
    fc.assert(fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('')
      const { all, problems: wrong } = parseSearchQuery(text)
      for (const { part } of all.flat()) {
        expect(part.end).toBeGreaterThan(part.start)
        expect(text.slice(part.start, part.end)).toContain(part.kind === 'field' ? part.value : part.text)
      }
      for (const { start, end } of wrong) expect(end).toBeGreaterThan(start)
    }))
  })
})
