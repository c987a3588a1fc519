import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, foldTable, foldUnits } from './fold'
import { hanCount, hanNumber, hanOf, visitRuns } from './runs'

interface Run { text: string; isHan: boolean }

const runsOf = (text: string, from?: number, to?: number): Run[] => {
  const folded = fold(text)
  const runs: Run[] = []
  visitRuns(foldUnits(text), (start, end, isHan) => { runs.push({ text: folded.slice(start, end), isHan }) }, from, to)
  return runs
}
const shown = (text: string): string[] => runsOf(text).map(({ text: run, isHan }) => (isHan ? run : `[${run}]`))

/** What a person would take for runs, a code point after another. Without rare characters. */
const reading = (text: string): Run[] => Array.from(text.matchAll(/[\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff]+|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+/gu), ([run]) =>
  ({ text: run, isHan: /^[\u3005\u3007\u3400-\u9fff]/.test(run) }))

describe('runs', () => {
  it.each([
    ['110kV母线', ['[110kv]', '母线']],
    ['接地线，漏拆。', ['接地线', '漏拆']],
    ['J-07 号', ['[j]', '[07]', '号']],
    ['變壓器', ['变压器']],
    ['二〇二六年人々', ['二〇二六年人々']],
    ['カタ한글é', ['[カタ한글é]']],
    ['㐀一', ['㐀一']],
    // Beyond the characters that have numbers, each stands alone.
    ['𠮷𠮷野', ['[𠮷]', '[𠮷]', '野']],
    ['a\ud83d\ude00b', ['[a]', '[b]']],
    ['a\ud800b\udc00', ['[a]', '[b]']],
    ['𝐀b', ['[𝐀b]']],
    [' \n\t。', []],
    ['', []],
  ])('%s', (text, expected) => { expect(shown(text)).toEqual(expected) })

  it('are what a person would read', () => {
    const text = fc.string({ unit: fc.constantFrom('接', '线', '㐀', '〇', 'a', 'é', '7', ' ', '，', '\u0301', '\ud83d\ude00', '\ud83d', '\ude00', '𝐀'), maxLength: 20 })
    fc.assert(fc.property(text, (all) => { expect(runsOf(all)).toEqual(reading(all)) }))
  })

  it('are those between two places', () => {
    const text = fc.string({ unit: fc.constantFrom('接', '线', 'a', '7', ' ', '，'), maxLength: 20 })
    fc.assert(fc.property(text, fc.nat(20), fc.nat(20), (all, one, other) => {
      const [from = 0, to = 0] = [one, other].map((at) => Math.min(at, all.length)).sort((a, b) => a - b)
      expect(runsOf(all, from, to)).toEqual(reading(all.slice(from, to)))
    }))
  })
})

describe('numbers of Han characters', () => {
  it('are 15 bits, and lead back to the character', () => {
    const numbered = Array.from({ length: hanCount - 1 }, (_, at) => at + 1)
    expect(hanCount).toBeLessThanOrEqual(1 << 15)
    expect(numbered.filter((number) => hanNumber(hanOf(number).charCodeAt(0)) !== number)).toEqual([])
  })

  it('are had by every folded character of the ranges, and by nothing else', () => {
    const lacking = Array.from({ length: 0x5200 }, (_, at) => 0x4e00 + at).filter((code) => foldTable[code] === code && hanNumber(code) === 0)
    expect(lacking).toEqual([])
    expect(Array.from('變aé1 。カ\ud83d', (character) => hanNumber(character.charCodeAt(0)))).toEqual([0, 0, 0, 0, 0, 0, 0, 0])
  })
})
