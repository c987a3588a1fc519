/** The value of a formula's tree. Only what the tree can hold is ever done; nothing of it is run as a program. */
import type { Expression, Operator } from './expression'
import { calculationFunctions, constants } from './functions.data'
import { outcomeOf, ProblemFound, type CalculationProblem, type CalculationValue, type Outcome } from './problems'

/** What a name stands for, or why it stands for nothing; undefined for a name that nobody gave. */
export type ValueOf = (name: string) => Outcome<CalculationValue> | undefined

const fail = (problem: CalculationProblem): never => { throw new ProblemFound(problem) }

const number = (value: CalculationValue): number => (typeof value === 'number' ? value : fail({ kind: 'wrongKind' }))
const truth = (value: CalculationValue): boolean => (typeof value === 'boolean' ? value : fail({ kind: 'wrongKind' }))

/** A result that is a number which can be written down. */
const finite = (value: number): number => {
  if (Number.isNaN(value)) return fail({ kind: 'undefined' })
  return Number.isFinite(value) ? value : fail({ kind: 'tooLarge' })
}

/** As numbers agree that were calculated: 0.1 + 0.2 is 0.3. */
const isEqual = (a: CalculationValue, b: CalculationValue): boolean =>
  (typeof a === 'number' && typeof b === 'number' ? a === b || Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b)) : typeof a === typeof b ? a === b : fail({ kind: 'wrongKind' }))

const divide = (a: number, b: number): number => (b === 0 ? fail({ kind: 'divisionByZero' }) : a / b)

const binary = (operator: Exclude<Operator, '&&' | '||'>, a: CalculationValue, b: CalculationValue): CalculationValue => {
  switch (operator) {
    case '==': return isEqual(a, b)
    case '!=': return !isEqual(a, b)
    case '<': return number(a) < number(b) && !isEqual(a, b)
    case '<=': return number(a) <= number(b) || isEqual(a, b)
    case '>': return number(a) > number(b) && !isEqual(a, b)
    case '>=': return number(a) >= number(b) || isEqual(a, b)
    case '+': return finite(number(a) + number(b))
    case '-': return finite(number(a) - number(b))
    case '*': return finite(number(a) * number(b))
    case '/': return finite(divide(number(a), number(b)))
    case '^': return finite(number(a) === 0 && number(b) < 0 ? fail({ kind: 'divisionByZero' }) : number(a) ** number(b))
  }
}

const call = (name: string, operands: readonly Expression[], valueOf: ValueOf): CalculationValue => {
  const known = name.toLowerCase()
  const expectCount = (least: number, most: number): void => { if (operands.length < least || operands.length > most) fail({ kind: 'wrongCount', name }) }
  if (known === 'if') {
    expectCount(3, 3)
    const [test, then, otherwise] = operands
    if (!test || !then || !otherwise) return fail({ kind: 'wrongCount', name })
    return value(truth(value(test, valueOf)) ? then : otherwise, valueOf)
  }
  if (known === 'and') return operands.every((each) => truth(value(each, valueOf)))
  if (known === 'or') return operands.some((each) => truth(value(each, valueOf)))
  const found = calculationFunctions.get(known) ?? fail({ kind: 'unknownFunction', name })
  expectCount(found.least, found.most)
  const given = operands.map((each) => number(value(each, valueOf)))
  if (known === 'mod' && given[1] === 0) return fail({ kind: 'divisionByZero' })
  return finite(found.of(...given))
}

const value = (expression: Expression, valueOf: ValueOf): CalculationValue => {
  switch (expression.kind) {
    case 'literal': return typeof expression.value === 'number' ? finite(expression.value) : expression.value
    case 'name': {
      const found = valueOf(expression.name) ?? (constants.has(expression.name) ? { value: constants.get(expression.name) ?? NaN } : fail({ kind: 'unknownName', name: expression.name }))
      return 'value' in found ? found.value : fail(found.problem)
    }
    case 'unary': {
      const operand = value(expression.operand, valueOf)
      return expression.operator === '!' ? !truth(operand) : expression.operator === '-' ? -number(operand) : number(operand)
    }
    case 'binary': {
      const { operator, left, right } = expression
      if (operator === '&&') return truth(value(left, valueOf)) && truth(value(right, valueOf))
      if (operator === '||') return truth(value(left, valueOf)) || truth(value(right, valueOf))
      return binary(operator, value(left, valueOf), value(right, valueOf))
    }
    case 'choice': return value(truth(value(expression.test, valueOf)) ? expression.then : expression.otherwise, valueOf)
    case 'call': return call(expression.name, expression.operands, valueOf)
  }
}

/** Calculates a formula, or says why it can't be. Never throws. */
export const evaluate = (expression: Expression, valueOf: ValueOf): Outcome<CalculationValue> => outcomeOf(() => value(expression, valueOf))
