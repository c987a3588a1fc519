import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hanNumber } from '#shared/text/runs'
import { segmentOf } from '../../../../tests/support/search'
import { setOfCharacters } from '../query/characters'
import { Evaluation, type Condition } from '../query/evaluate'
import { placesOfForm, slotsOf } from '../query/forms'
import type { Helpers } from './helpers'
import { forgiving, someOf, synonymsOf, tooMany, wordsOf, type Word } from './words'

const numberOf = (character: string): number => hanNumber(character.charCodeAt(0))
const slots = (...rows: string[]) => slotsOf(rows.map((row) => setOfCharacters(Array.from(row, numberOf))))
const nothing: Condition = { kind: 'found', count: 0, hitsIn: () => ({ documents: new Uint32Array(0), scores: new Float32Array(0) }) }

/** Knows two syllables, one character that sounds like another, and one spelling. */
const helpers: Helpers = {
  synonyms: [['主变', '变压器'], ['sf6', '六氟化硫']],
  readLetters: (letters) => ({ jie: [slots('接结')], di: [slots('地第')], jiedi: [slots('接结', '地第')] })[letters] ?? [],
  soundsAlike: (han) => (han === numberOf('汽') ? [numberOf('器')] : []),
  named: () => nothing,
  spellings: (word) => (word === 'transfomer' ? [{ word: 'transformer', edits: 1 }] : []),
}
const words = (text: string, isLiteral = false): Word[] => wordsOf(text, helpers, isLiteral)
const typed = (text: string, isLiteral?: boolean): string[] => words(text, isLiteral).map((word) => word.typed)

/** Which texts fulfil what a word asks for. */
const fulfilling = (texts: readonly string[], ...sought: Word[]): string[] => {
  const segment = segmentOf(texts.map((text) => [{ field: 'body' as const, text }]))
  const evaluation = new Evaluation([{ segment, removedAt: new Uint32Array(0) }], texts.length)
  return Array.from(evaluation.hits({ kind: 'all', conditions: sought.map(({ condition }) => condition) }, 0).documents, (document) => texts[document] ?? '')
}

describe('synonyms of a run', () => {
  it('are what it would be with the other words of a group, itself left out', () => {
    expect(synonymsOf('主变漏油', helpers.synonyms)).toEqual(['变压器漏油'])
    expect(synonymsOf('接地线', helpers.synonyms)).toEqual([])
    expect(synonymsOf('主变', [['主变', '主变']])).toEqual([])
  })

  it('are never very many', () => {
    const group = Array.from({ length: 30 }, (_, at) => `词${at}`)
    expect(synonymsOf('词1', [group])).toHaveLength(8)
  })
})

describe('words of what was typed', () => {
  it('are its runs, neighbouring syllables together', () => {
    expect(typed('接地线 110kV，漏拆')).toEqual(['接地线', '110kv', '漏拆'])
    expect(typed('jie di transformer jie')).toEqual(['jie di', 'transformer', 'jie'])
    expect(typed('jie di', true)).toEqual(['jie', 'di'])
    expect(typed('，。')).toEqual([])
  })

  it('are bounded, and it is told where they are more', () => {
    const many = Array.from({ length: 30 }, (_, at) => `x${at}`).join(' ')
    expect(typed(many)).toHaveLength(24)
    expect([tooMany(many), tooMany('接地线 漏拆')]).toEqual([true, false])
  })

  it('hold the text that they stand in, whatever it is', () => {
    const text = fc.string({ unit: fc.constantFrom('接', '地', '线', 'a', '1', 'k', ' ', '，'), maxLength: 10 })
    fc.assert(fc.property(text, (all) => {
      fc.pre(words(all).length > 0)
      expect(fulfilling([all, '无关'], ...words(all))).toEqual([all])
    }))
  })

  it('ask for all pairs, a synonym in their place, or pinyin', () => {
    expect(fulfilling(['接地线', '地线接地', '接地', '接线'], ...words('接地线'))).toEqual(['接地线', '地线接地'])
    expect(fulfilling(['变压器', '主变', '变压'], ...words('主变'))).toEqual(['变压器', '主变'])
    expect(fulfilling(['接地', '结第', '接线'], ...words('jiedi'))).toEqual(['接地', '结第'])
    expect(fulfilling(['接地', '结第', '接线'], ...words('jie di'))).toEqual(['接地', '结第'])
    expect(fulfilling(['接地', 'jiedi'], ...words('jiedi', true))).toEqual(['jiedi'])
  })

  it('of letters and digits may stand apart, but in no other number', () => {
    expect(fulfilling(['110kV', '110 kV', '110-kvs', '10 kV', '1100kV'], ...words('110kv'))).toEqual(['110kV', '110 kV', '110-kvs'])
  })

  it('are marked by what may stand for them', () => {
    const [word] = words('jiedi')
    expect(word?.forms.flatMap((form) => placesOfForm(form, 'jiedi 接第 接地', 9))).toEqual([[0, 5], [6, 8], [9, 11]])
    expect(words('主变')[0]?.forms).toEqual(['主变', '变压器'])
    expect(words('j07')[0]?.forms).toEqual(['j07', 'j 07', 'j-07'])
  })
})

describe('a word that may be a slip', () => {
  const slip = (text: string): Word[] => words(text).map((word) => forgiving(word, helpers))

  it('is what sounds alike', () => {
    const all = slip('变压汽')
    expect(all).toMatchObject([{ slip: 'sound', typed: '变压汽' }])
    expect(fulfilling(['变压器', '变压汽', '变压'], ...all)).toEqual(['变压器', '变压汽'])
    expect(all[0]?.forms.flatMap((form) => placesOfForm(form, '一台变压器', 9))).toEqual([[2, 5]])
  })

  it('is what is spelt alike', () => {
    const all = slip('transfomer')
    expect(all).toMatchObject([{ slip: 'spelling', forms: ['transfomer', 'transformer'] }])
    expect(fulfilling(['transformer', 'transfer'], ...all)).toEqual(['transformer'])
  })

  it.each(['汽', '汽'.repeat(13), '110kv', 'scada'])('is itself: %s', (text) => { expect(slip(text).some((word) => word.slip !== undefined)).toBe(false) })
})

describe('some of the words', () => {
  const segment = segmentOf(['接地线漏拆', '接地', '防范措施', '什么'].map((text) => [{ field: 'body' as const, text }]))
  const evaluation = new Evaluation([{ segment, removedAt: new Uint32Array(0) }], 4)
  const found = (text: string, least: number): number[] => [...evaluation.hits(someOf(words(text), evaluation, least), 0).documents]

  it('are those that weigh enough, what no document holds left out', () => {
    expect(found('接地线漏拆的龘龘', 1)).toEqual([0])
    expect(found('接地线漏拆', 0.01)).toEqual([0, 1])
    expect(found('龘龘', 0.1)).toEqual([])
  })

  it('weigh less where they only ask', () => {
    expect(found('防范措施是什么', 0.4)).toEqual([2])
    expect(found('防范措施是什么', 0.01)).toEqual([2, 3])
  })
})
