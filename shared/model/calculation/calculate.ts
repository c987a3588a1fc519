/** All formulas of a tool on one set of inputs: each may use inputs and other results, in whatever order they stand. */
import { evaluate } from './evaluate'
import { readExpression } from './expression'
import type { CalculationValue, Outcome } from './problems'

/** What a formula can call by `name`; `value` is undefined where it is not given yet. */
export interface Input { name: string; value: CalculationValue | undefined }

export interface NamedFormula { id: string; name: string; expression: string }

/** Every formula's result or problem, by its id. Never throws. */
export const calculate = (inputs: readonly Input[], formulas: readonly NamedFormula[]): Map<string, Outcome<CalculationValue>> => {
  const results = new Map<string, Outcome<CalculationValue>>()
  const underWay: string[] = []
  const count = (name: string): number => inputs.filter((input) => input.name === name).length + formulas.filter((formula) => formula.name === name).length

  const resultOf = (formula: NamedFormula): Outcome<CalculationValue> => {
    const known = results.get(formula.id)
    if (known) return known
    const from = underWay.indexOf(formula.name)
    if (from !== -1) return { problem: { kind: 'cycle', names: [...underWay.slice(from), formula.name] } }
    underWay.push(formula.name)
    const read = readExpression(formula.expression)
    const result = 'value' in read ? evaluate(read.value, valueOf) : read
    underWay.pop()
    results.set(formula.id, result)
    return result
  }

  const valueOf = (name: string): Outcome<CalculationValue> | undefined => {
    const input = inputs.find((each) => each.name === name)
    const formula = formulas.find((each) => each.name === name)
    if (count(name) > 1) return { problem: { kind: 'ambiguous', name } }
    if (input) return input.value === undefined ? { problem: { kind: 'notGiven', name } } : { value: input.value }
    if (!formula) return undefined
    const result = resultOf(formula)
    if ('value' in result) return result
    // What keeps the other from being calculated is told there; an input that is not given yet concerns this one too, as does a cycle it is in.
    const { problem } = result
    const concerns = problem.kind === 'notGiven' || (problem.kind === 'cycle' && problem.names.includes(underWay.at(-1) ?? ''))
    return concerns ? result : { problem: { kind: 'notCalculated', name } }
  }

  for (const formula of formulas) resultOf(formula)
  return results
}
