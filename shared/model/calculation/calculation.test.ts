/** Formulas: what they make of numbers, and what they say where they can't. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calculate, type NamedFormula } from './calculate'
import { evaluate } from './evaluate'
import { isName, readExpression } from './expression'
import type { CalculationValue, Outcome } from './problems'

const given: Readonly<Record<string, CalculationValue>> = { 电流: 410, U1: 10, 材料: '铜', 结论: '停运（需处理）', '热点 T': 1 }

const result = (text: string, values: Readonly<Record<string, CalculationValue>> = given): unknown => {
  const read = readExpression(text)
  const outcome: Outcome<CalculationValue> = 'value' in read ? evaluate(read.value, (name) => (Object.hasOwn(values, name) ? { value: values[name] ?? 0 } : undefined)) : read
  return 'value' in outcome ? outcome.value : outcome.problem
}

describe('a formula', () => {
  it.each([
    ['1 + 2 * 3', 7], ['(1 + 2) * 3', 9], ['2 ^ 3 ^ 2', 512], ['-电流 + 10', -400], ['电流 / U1', 41],
    ['（44.8－32.0）÷（44.8－28.0）×100％', 12.8 / 16.8], ['U1²＋1', 101], ['50%', 0.5], ['max（1，2，３）', 3], ['IF(材料 = “铜”, 57, 35)', 57],
    ['if(结论 == "停运（需处理）", 1, 0)', 1], ["if(结论 ＝ ‘停运（需处理）’， 1， 0)", 1], ['if(结论 == "停运(需处理)", 1, 0)', 0], ['“50%、×”', '50%、×'], ['if("a" == "a", 50%, 1)', 0.5],
    ['if(U1 ≥ 10 && 电流 < 500, 1, 0)', 1], ['U1 > 5 ? 2 : 3', 2], ['round(2.345, 2)', 2.35], ['round(-2.5)', -3], ['mod(-1, 3)', 2], ['log(1000)', 3], ['ln(exp(2))', 2],
    ['sin(30)', 0.5], ['pow(2, 10)', 1024], ['avg(1, 2, 6)', 3], ['0.1 + 0.2 = 0.3', true], ['π', Math.PI], ['and(1 < 2, not)', { kind: 'unknownName', name: 'not' }],
  ])('%s', (text, expected) => {
    if (typeof expected === 'number') expect(result(text)).toBeCloseTo(expected, 12)
    else expect(result(text)).toEqual(expected)
  })

  it.each([
    ['', 'empty'], ['1 +', 'syntax'], ['1 2', 'syntax'], ['(1', 'syntax'], ['1)', 'syntax'], ['a.b', 'unsupported'], ['this', 'syntax'], ['null', 'unsupported'],
    ['电压', 'unknownName'], ['constructor', 'unknownName'], ['toString()', 'unknownFunction'], ['eval("1")', 'unknownFunction'], ['sqrt()', 'wrongCount'], ['sqrt(1, 2)', 'wrongCount'],
    ['1 / 0', 'divisionByZero'], ['0 ^ -1', 'divisionByZero'], ['mod(1, 0)', 'divisionByZero'], ['sqrt(-1)', 'undefined'], ['ln(-1)', 'undefined'], ['9 ^ 999', 'tooLarge'], ['1e999', 'tooLarge'],
    ['材料 + 1', 'wrongKind'], ['if(1, 2, 3)', 'wrongKind'], ['材料 = 1', 'wrongKind'], ['1'.repeat(10_000), 'tooLong'], [`${'('.repeat(200)}1${')'.repeat(200)}`, 'tooDeep'], [`${'-'.repeat(999)}1`, undefined],
  ])('%s is told as %s', (text, kind) => {
    const told = result(text)
    if (kind === undefined) expect(told).toBe(-1)
    else expect(told).toMatchObject({ kind })
  })

  it('never throws, whatever is typed', () => {
    const piece = fc.constantFrom('(', ')', '+', '-', '*', '/', '^', ',', '<', '=', '"', '\'', '.', '[', '{', '`', '?', ':', '1', '2.5', 'a', '电流', 'max', 'if', ' ', '%', '（', '×', '\\', '!')
    fc.assert(fc.property(fc.oneof(fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')), fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
      const outcome = result(text)
      expect(['number', 'string', 'boolean', 'object']).toContain(typeof outcome)
      if (typeof outcome === 'number') expect(Number.isFinite(outcome)).toBe(true)
    }), { numRuns: 400 })
  })

  it('has the value that plain arithmetic gives it', () => {
    interface Sum { text: string; value: number }
    const leaf: fc.Arbitrary<Sum> = fc.oneof(
      fc.integer({ min: 0, max: 999 }).map((value) => ({ text: String(value), value })),
      fc.constantFrom('电流', 'U1').map((name) => ({ text: name, value: Number(given[name]) })),
    )
    const { sum } = fc.letrec<{ sum: Sum }>((tie) => ({
      sum: fc.oneof({ maxDepth: 5 }, leaf,
        fc.tuple(fc.constantFrom('+', '-', '*', '/'), tie('sum'), tie('sum')).map(([operator, a, b]) => ({
          text: `(${a.text} ${operator} ${b.text})`,
          // What is divided by nothing has no value, whatever is made of it: 5 / (1 / 0) is not 0.
          value: operator === '+' ? a.value + b.value : operator === '-' ? a.value - b.value : operator === '*' ? a.value * b.value : b.value === 0 ? Number.NaN : a.value / b.value,
        })),
        fc.tuple(tie('sum'), tie('sum')).map(([a, b]) => ({ text: `max(${a.text}, ${b.text})`, value: Math.max(a.value, b.value) })),
        tie('sum').map((a) => ({ text: `-${a.text}`, value: -a.value }))),
    }))
    fc.assert(fc.property(sum, ({ text, value }) => {
      fc.pre(text.length <= 1000)
      const outcome = result(text)
      if (Number.isFinite(value)) expect(outcome).toBe(value)
      else expect(outcome).toHaveProperty('kind')
    }), { numRuns: 200 })
  })
})

describe('names', () => {
  it('are words of any language without signs', () => {
    expect(['电流', 'U1', 'ΔT1', '线损率', 'a_b'].every(isName)).toBe(true)
    expect(['', '1a', '热点 T', 'a-b', 'a(b)', '（电流）', 'true', '"a"'].some(isName)).toBe(false)
  })
})

describe('formulas of one tool', () => {
  const formula = (name: string, expression: string): NamedFormula => ({ id: name, name, expression })
  const outcome = (results: ReadonlyMap<string, Outcome<CalculationValue>>, id: string): unknown => {
    const found = results.get(id)
    return found && ('value' in found ? found.value : found.problem)
  }

  it('use one another in whatever order they stand', () => {
    const results = calculate([{ name: 'I1', value: 410 }, { name: 'I2', value: 790 }], [formula('折算', '倍数 ^ 1.6'), formula('倍数', 'I2 / I1')])
    expect(outcome(results, '折算')).toBeCloseTo(2.856, 3)
  })

  it('tell a cycle to all that are in it, and what else hangs on it apart', () => {
    const results = calculate([], [formula('甲', '乙 + 1'), formula('乙', '甲 + 1'), formula('丙', '甲 * 2'), formula('丁', '丁')])
    expect(outcome(results, '甲')).toMatchObject({ kind: 'cycle', names: ['甲', '乙', '甲'] })
    expect(outcome(results, '乙')).toMatchObject({ kind: 'cycle' })
    expect(outcome(results, '丙')).toEqual({ kind: 'notCalculated', name: '甲' })
    expect(outcome(results, '丁')).toEqual({ kind: 'cycle', names: ['丁', '丁'] })
  })

  it('tell what is not given yet, what bears one name, and where the problem is', () => {
    const results = calculate([{ name: 'a', value: undefined }, { name: 'b', value: 0 }, { name: 'b', value: 1 }], [formula('甲', 'a + 1'), formula('乙', 'b'), formula('丙', '1 / 0'), formula('丁', '丙'), formula('戊', '甲')])
    expect(['甲', '乙', '丙', '丁', '戊'].map((id) => outcome(results, id))).toEqual([
      { kind: 'notGiven', name: 'a' }, { kind: 'ambiguous', name: 'b' }, { kind: 'divisionByZero' }, { kind: 'notCalculated', name: '丙' }, { kind: 'notGiven', name: 'a' },
    ])
  })

  it('of a long chain are all calculated', () => {
    const chain = Array.from({ length: 100 }, (_, index) => formula(`f${index}`, index === 99 ? '1' : `f${index + 1} + 1`))
    expect(outcome(calculate([], chain), 'f0')).toBe(100)
  })
})
