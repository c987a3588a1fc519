/** What can be wrong with a formula. It is told where the result would stand; nothing of it is thrown. */

/** Characters of a formula, and how deep its brackets may go. */
export const formulaLimits = { length: 1000, depth: 50 } as const

export type CalculationProblem =
  | { kind: 'empty' }
  | { kind: 'tooLong'; most: number }
  | { kind: 'tooDeep'; most: number }
  /** `near` is what stands where it can't be read, empty at the end. */
  | { kind: 'syntax'; near: string }
  /** Something that the parser knows and that is no calculation. */
  | { kind: 'unsupported'; what: string }
  | { kind: 'unknownName' | 'unknownFunction' | 'wrongCount'; name: string }
  /** Two inputs or results bear the name. */
  | { kind: 'ambiguous'; name: string }
  /** An input that is not given yet, or a result that can't be calculated. */
  | { kind: 'notGiven' | 'notCalculated'; name: string }
  /** Names that need one another, the first one last again. */
  | { kind: 'cycle'; names: string[] }
  /** Words where a number belongs, or a condition that is none. */
  | { kind: 'wrongKind' }
  | { kind: 'divisionByZero' | 'undefined' | 'tooLarge' }

/** Something calculated, or why not. */
export type Outcome<T> = { value: T } | { problem: CalculationProblem }

export type CalculationValue = number | string | boolean

/** Carries a problem out of a calculation to where it is answered. */
export class ProblemFound extends Error {
  readonly problem: CalculationProblem

  constructor(problem: CalculationProblem) {
    super(problem.kind)
    this.problem = problem
  }
}

/** Answers what the work makes, or the problem that it found. Running out of stack is one: a formula may come from anywhere. */
export const outcomeOf = <T>(work: () => T): Outcome<T> => {
  try {
    return { value: work() }
  } catch (error) {
    if (error instanceof ProblemFound) return { problem: error.problem }
    if (error instanceof RangeError) return { problem: { kind: 'tooDeep', most: formulaLimits.depth } }
    throw error
  }
}
