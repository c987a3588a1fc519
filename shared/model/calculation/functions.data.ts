/** The functions that a formula may call. Angles are degrees. */

export interface CalculationFunction {
  /** How many operands it takes, at least and at most. */
  least: number
  most: number
  of: (...operands: number[]) => number
}

const degree = Math.PI / 180
const one = (of: (x: number) => number): CalculationFunction => ({ least: 1, most: 1, of: (x = NaN) => of(x) })
const many = (of: (...operands: number[]) => number): CalculationFunction => ({ least: 1, most: 100, of })
/** To as many decimal places as are asked for, or to a whole number. */
const toPlaces = (of: (x: number) => number): CalculationFunction => ({
  least: 1, most: 2,
  of: (x = NaN, places = 0) => {
    const scale = 10 ** Math.trunc(places)
    return of(x * scale) / scale
  },
})

export const calculationFunctions: ReadonlyMap<string, CalculationFunction> = new Map([
  ['min', many(Math.min)], ['max', many(Math.max)], ['sum', many((...all) => all.reduce((sum, each) => sum + each, 0))],
  ['avg', many((...all) => all.reduce((sum, each) => sum + each, 0) / all.length)],
  ['abs', one(Math.abs)], ['sqrt', one(Math.sqrt)], ['exp', one(Math.exp)], ['ln', one(Math.log)],
  ['log', { least: 1, most: 2, of: (x = NaN, base?: number) => (base === undefined ? Math.log10(x) : Math.log(x) / Math.log(base)) }],
  ['pow', { least: 2, most: 2, of: (x = NaN, y = NaN) => x ** y }], ['mod', { least: 2, most: 2, of: (x = NaN, y = NaN) => x - y * Math.floor(x / y) }],
  ['round', toPlaces((x) => Math.sign(x) * Math.round(Math.abs(x)))], ['ceil', toPlaces(Math.ceil)], ['floor', toPlaces(Math.floor)],
  ['sin', one((x) => Math.sin(x * degree))], ['cos', one((x) => Math.cos(x * degree))], ['tan', one((x) => Math.tan(x * degree))],
  ['asin', one((x) => Math.asin(x) / degree)], ['acos', one((x) => Math.acos(x) / degree)], ['atan', one((x) => Math.atan(x) / degree)],
])

export const constants: ReadonlyMap<string, number> = new Map([['pi', Math.PI], ['PI', Math.PI], ['π', Math.PI]])
