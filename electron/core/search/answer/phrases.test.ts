import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '#shared/text/fold'
import { titled } from '../../../../tests/support/search'
import { holdPart, removeDocument } from '../index/heldPart'
import { makePart } from '../part/part'
import { Evaluation } from '../query/evaluate'
import { hitsOfPhrase } from './phrases'

const unit = fc.constantFrom('接', '地', '線', 'Ａ', 'b', '7', ' ', '，', '-')
const held = (texts: readonly string[]) => holdPart(makePart(texts.map((text, at) => titled(String(at), '', text))))
const found = (texts: readonly string[], phrase: string): number[] => {
  const part = held(texts)
  return [...hitsOfPhrase(new Evaluation([part], texts.length), [part], 0, phrase).documents]
}

describe('a phrase', () => {
  it('is held by what has it as it stands, case, width and script aside', () => {
    const text = fc.string({ unit, maxLength: 12 })
    fc.assert(fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), fc.string({ unit, minLength: 1, maxLength: 4 }), (texts, phrase) => {
      fc.pre(/[^ ，-]/.test(phrase))
      expect(found(texts, phrase)).toEqual(texts.flatMap((each, at) => (fold(each).includes(fold(phrase).trim()) ? [at] : [])))
    }))
  })

  it('is held by nothing if it has no letters', () => { expect(found(['，。', '接地'], '，')).toEqual([]) })

  it('is not looked for in what was removed', () => {
    const part = held(['接地线', '接地线'])
    removeDocument(part, 0)
    expect([...hitsOfPhrase(new Evaluation([part], 1), [part], 0, '接地线').documents]).toEqual([1])
  })
})
