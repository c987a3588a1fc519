import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '#shared/text/fold'
import { hanNumber } from '#shared/text/runs'
import { scoresOf, segmentOf } from '../../../../tests/support/search'
import { pairOf } from '../postings/segment'
import { distinct, hanTerms, phraseCondition, runsOf, termCondition, wordCondition } from './conditions'
import { Evaluation, type Condition } from './evaluate'

const numberOf = (character: string): number => hanNumber(character.charCodeAt(0))
const pair = (text: string) => ({ kind: 'pair' as const, pair: pairOf(numberOf(text.charAt(0)), numberOf(text.charAt(1))) })

/** Which of some texts fulfil a condition. */
const fulfilling = (texts: readonly string[], condition: Condition): number[] => {
  const segment = segmentOf(texts.map((text) => [{ field: 'body' as const, text }]))
  return scoresOf(new Evaluation([{ segment, removedAt: new Uint32Array(0) }], texts.length).hits(condition, 0)).map(([document]) => document)
}

describe('runs of what was asked for', () => {
  it('are folded, and know where they stand', () => {
    expect(runsOf('ＫＶ 變壓')).toEqual([{ text: 'kv', isHan: false, start: 0, end: 2 }, { text: '变压', isHan: true, start: 3, end: 5 }])
    expect(runsOf('，。')).toEqual([])
  })
})

describe('terms of a run', () => {
  it('are its pairs, or the one character that it is', () => {
    expect(hanTerms('接地线')).toEqual([pair('接地'), pair('地线')])
    expect(hanTerms('接')).toEqual([{ kind: 'character', first: numberOf('接') }])
  })

  it('are asked for once', () => { expect(distinct(hanTerms('地线地线'))).toEqual([pair('地线'), pair('线地')]) })
})

describe('a word', () => {
  const texts = ['transformer', 'trans', 'no transfer', 'retrans']

  it('may have been typed in part', () => { expect(fulfilling(texts, wordCondition('trans'))).toEqual([0, 1, 2]) })

  it('counts more whole than begun', () => {
    const segment = segmentOf(texts.map((text) => [{ field: 'title' as const, text }]))
    const hits = new Map(scoresOf(new Evaluation([{ segment, removedAt: new Uint32Array(0) }], texts.length).hits(wordCondition('trans'), 0)))
    expect(hits.get(1)).toBeGreaterThan(hits.get(0) ?? Infinity)
  })
})

describe('a phrase', () => {
  const unit = fc.constantFrom('接', '地', '线', 'a', 'b', '7', ' ', '，', '-')

  it('is held only by what fulfils its condition', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit, maxLength: 12 }), { minLength: 1, maxLength: 4 }), fc.string({ unit, minLength: 1, maxLength: 5 }), (texts, typed) => {
      const phrase = fold(typed).trim()
      fc.pre(runsOf(phrase).length > 0)
      const holding = texts.flatMap((text, at) => (fold(text).includes(phrase) ? [at] : []))
      expect(fulfilling(texts, phraseCondition(phrase))).toEqual(expect.arrayContaining(holding))
    }))
  })

  it('may begin and end within words, but has the whole of those between', () => {
    expect(fulfilling(['xj 07 kvx', 'xj 070 kv', 'x j 07k v'], phraseCondition('j 07 kv'))).toEqual([0])
  })
})

describe('a term', () => {
  it('gets the share of its weight that is said', () => {
    expect(termCondition(pair('接地'))).toEqual({ kind: 'term', term: pair('接地'), share: 1 })
    expect(termCondition(pair('接地'), 0.5)).toMatchObject({ share: 0.5 })
  })
})
