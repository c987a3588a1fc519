import { describe, expect, it } from 'vitest'
import { parseSearchQuery } from '#shared/text/searchQuery'
import { idsFor, indexWith, searchDocument, searchFor, titled } from '../../../../tests/support/search'
import { takeApart } from './clauses'

describe('what was typed', () => {
  it.each<[string, string[], number]>([
    ['接地线 漏拆', ['接地线', '漏拆'], 0],
    ['接地线 "漏拆" -母线', ['接地线'], 2],
    ['接地线 OR 母线', [], 1],
    ['标签:安全', [], 1],
    // What has no letters asks for nothing.
    ['。。 "，" -、', [], 0],
    ['接地线 OR 。', ['接地线'], 0],
  ])('%s is taken apart', (text, words, clauses) => {
    const asked = takeApart(parseSearchQuery(text).all)
    expect([asked.words, asked.clauses.length]).toEqual([words, clauses])
  })
})

const index = indexWith(
  titled('line', '接地线漏拆', '监护人清点时发现', { labels: ['tag:安全', 'type:case'] }),
  titled('bar', '母线倒闸', '接地刀闸 transformer', { labels: ['tag:带电', 'type:tool'] }),
  titled('both', '母线接地线', 'transfer', { labels: ['tag:安全'] }),
)
const found = (text: string): string[] => idsFor(index, text).sort()

describe('a query', () => {
  it.each<[string, string[]]>([
    ['接地线', ['both', 'line']],
    ['接地线 -母线', ['line']],
    ['-母线', ['line']],
    ['-母线 -接地线', []],
    ['"母线接"', ['both']],
    ['母线 -"母线接"', ['bar']],
    ['漏拆 OR 倒闸', ['bar', 'line']],
    ['漏拆 OR -接地线', ['bar', 'line']],
    ['标签:安全', ['both', 'line']],
    ['标签:安全 -类型:案例', ['both']],
    ['接地 标签:带电', ['bar']],
    ['tag:带电 OR 漏拆', ['bar', 'line']],
    ['接地线 tag:没有', []],
    // An excluded word is meant whole, not as the beginning of another.
    ['母线 -transf', ['bar', 'both']],
    ['母线 -transfer', ['bar']],
    ['。', []],
  ])('%s', (text, expected) => { expect(found(text)).toEqual(expected) })
})

describe('the way in which something is found', () => {
  const wayOf = (text: string, literally = false) => {
    const { way, hits, correction } = searchFor(index, text, { literally })
    return { way, ids: hits.map(({ id }) => id), correction }
  }

  it('is by all words where a document has them', () => { expect(wayOf('漏拆 接地线')).toEqual({ way: 'all', ids: ['line'], correction: null }) })

  it('is by sound or spelling where none has, and says what was meant', () => {
    expect(wayOf('接地线楼拆')).toEqual({ way: 'sound', ids: ['line'], correction: { typed: '接地线楼拆', meant: '接地线漏拆' } })
    expect(wayOf('transfomer')).toMatchObject({ way: 'spelling', correction: { typed: 'transfomer', meant: 'transformer' } })
  })

  it('is by some words where nothing is alike, or only what was typed counts', () => {
    expect(wayOf('接地线怎么漏拆的龘')).toMatchObject({ way: 'some', correction: null })
    expect(wayOf('transfomer', true)).toEqual({ way: 'some', ids: [], correction: null })
    expect(wayOf('母线楼拆', true)).toMatchObject({ way: 'some' })
  })

  it('keeps to fields and exclusions', () => {
    expect(wayOf('接地线楼拆 标签:带电')).toMatchObject({ way: 'some', ids: ['bar'] })
    expect(wayOf('接地线楼拆 -监护人 -母线')).toMatchObject({ way: 'some', ids: [] })
    expect(wayOf('母线龘龘龘 -倒闸')).toMatchObject({ way: 'some', ids: ['both'] })
  })
})

describe('documents that were removed', () => {
  it('are found by nothing', () => {
    const changed = indexWith(titled('a', '接地线'), titled('b', '接地线'), searchDocument('c', []))
    changed.remove(['a'])
    expect(['接地线', '"接地线"', '-母线', '接地县', '早于:2030'].map((text) => idsFor(changed, text))).toEqual([['b'], ['b'], ['b', 'c'], ['b'], []])
  })
})
