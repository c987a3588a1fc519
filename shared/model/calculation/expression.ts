/** Formulas as people write them, read into a tree that holds nothing but numbers, words, names, operators and calls. */
import jsep from 'jsep'
import { formulaLimits, outcomeOf, ProblemFound, type Outcome } from './problems'

export type Operator = '+' | '-' | '*' | '/' | '^' | '<' | '<=' | '>' | '>=' | '==' | '!=' | '&&' | '||'

export type Expression =
  | { kind: 'literal'; value: number | string | boolean }
  | { kind: 'name'; name: string }
  | { kind: 'unary'; operator: '-' | '+' | '!'; operand: Expression }
  | { kind: 'binary'; operator: Operator; left: Expression; right: Expression }
  | { kind: 'choice'; test: Expression; then: Expression; otherwise: Expression }
  | { kind: 'call'; name: string; operands: Expression[] }

jsep.removeAllBinaryOps()
jsep.removeAllUnaryOps()
for (const unary of ['-', '+', '!']) jsep.addUnaryOp(unary)
const precedences: Record<string, number> = {
  '||': 1, '&&': 2, '=': 6, '==': 6, '!=': 6, '<>': 6, '<': 7, '>': 7, '<=': 7, '>=': 7, '+': 9, '-': 9, '*': 10, '/': 10,
}
for (const [operator, precedence] of Object.entries(precedences)) jsep.addBinaryOp(operator, precedence)
jsep.addBinaryOp('^', 11, true)

const operators: ReadonlyMap<string, Operator> = new Map([
  ...(['+', '-', '*', '/', '^', '<', '<=', '>', '>=', '==', '!=', '&&', '||'] as const).map((operator) => [operator, operator] as const),
  ['=', '=='], ['<>', '!='],
])

const twins: Readonly<Record<string, string>> = {
  '×': '*', '·': '*', '∗': '*', '÷': '/', '∕': '/', '−': '-', '–': '-', '—': '-', '≤': '<=', '≥': '>=', '≠': '!=', '“': '"', '”': '"', '‘': '\'', '’': '\'',
  '【': '(', '】': ')', '［': '(', '］': ')', '[': '(', ']': ')', '、': ',', '²': '^2', '³': '^3', '　': ' ',
}

const plainSign = (character: string): string => {
  const code = character.codePointAt(0) ?? 0
  return twins[character] ?? (code >= 0xff01 && code <= 0xff5e ? String.fromCodePoint(code - 0xfee0) : character)
}

const percentages = /(\d+(?:\.\d+)?|\.\d+)\s*%(?=\s*(?:$|[)+\-*/^,<>=!&|]))/g

/** Parts within quotes, and those without; a quote that is never closed is no quote. */
const quoted = /(["“”＂][^"“”＂]*["“”＂]|['‘’＇][^'‘’＇]*['‘’＇])/

/** Text as it was written, between quotes that the parser knows. */
const plainText = (text: string): string => `${plainSign(text[0] ?? '')}${text.slice(1, -1)}${plainSign(text.at(-1) ?? '')}`

/** What an input method writes becomes what the parser reads: full-width signs, × and ÷, squares, and a percentage such as 50%; but text within quotes stays as it is. */
export const plainExpression = (text: string): string => text.split(quoted).map((part, index) =>
  (index % 2 === 1 ? plainText(part) : [...part].map(plainSign).join('').replace(percentages, '($1/100)'))).join('').trim()

const depthOf = (text: string): number => {
  let [depth, deepest] = [0, 0]
  for (const character of text) {
    if (character === '(') depth += 1
    else if (character === ')') depth -= 1
    deepest = Math.max(deepest, depth)
  }
  return deepest
}

const isNode = (value: unknown): value is jsep.Expression => typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

const unsupported = (what: string): never => { throw new ProblemFound({ kind: 'unsupported', what }) }

const nodeAt = (node: jsep.Expression, key: string): jsep.Expression => {
  const found = node[key]
  return isNode(found) ? found : unsupported(node.type)
}

const textAt = (node: jsep.Expression, key: string): string => {
  const found = node[key]
  return typeof found === 'string' ? found : unsupported(node.type)
}

/** A tree of the parser as ours: everything that is no calculation is refused. */
const toExpression = (node: jsep.Expression): Expression => {
  const { value } = node
  switch (node.type) {
    case 'Literal':
      return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean' ? { kind: 'literal', value } : unsupported('null')
    case 'Identifier':
      return { kind: 'name', name: textAt(node, 'name') }
    case 'UnaryExpression': {
      const operator = textAt(node, 'operator')
      return operator === '-' || operator === '+' || operator === '!' ? { kind: 'unary', operator, operand: toExpression(nodeAt(node, 'argument')) } : unsupported(operator)
    }
    case 'BinaryExpression': {
      const written = textAt(node, 'operator')
      const operator = operators.get(written) ?? unsupported(written)
      return { kind: 'binary', operator, left: toExpression(nodeAt(node, 'left')), right: toExpression(nodeAt(node, 'right')) }
    }
    case 'ConditionalExpression':
      return { kind: 'choice', test: toExpression(nodeAt(node, 'test')), then: toExpression(nodeAt(node, 'consequent')), otherwise: toExpression(nodeAt(node, 'alternate')) }
    case 'CallExpression': {
      const callee = nodeAt(node, 'callee')
      if (callee.type !== 'Identifier') return unsupported('()')
      const operands = Array.isArray(node.arguments) ? node.arguments.map((each) => (isNode(each) ? toExpression(each) : unsupported(','))) : []
      return { kind: 'call', name: textAt(callee, 'name'), operands }
    }
    case 'MemberExpression':
      return unsupported('.')
    default:
      throw new ProblemFound({ kind: 'syntax', near: '' })
  }
}

const parse = (text: string): jsep.Expression => {
  try {
    return jsep(text)
  } catch (error) {
    if (error instanceof RangeError) throw error
    const index = error instanceof Error && 'index' in error && typeof error.index === 'number' ? error.index : text.length
    throw new ProblemFound({ kind: 'syntax', near: text.slice(index, index + 12) })
  }
}

/** Reads a formula, or says why it can't be read. Never throws. */
export const readExpression = (text: string): Outcome<Expression> => outcomeOf(() => {
  if (text.length > formulaLimits.length) throw new ProblemFound({ kind: 'tooLong', most: formulaLimits.length })
  const plain = plainExpression(text)
  if (plain === '') throw new ProblemFound({ kind: 'empty' })
  if (depthOf(plain) > formulaLimits.depth) throw new ProblemFound({ kind: 'tooDeep', most: formulaLimits.depth })
  return toExpression(parse(plain))
})

/** Names that a formula can call something by: letters of any language, digits after the first, no signs. */
export const isName = (text: string): boolean => {
  const read = readExpression(text)
  return 'value' in read && read.value.kind === 'name' && read.value.name === text
}

/** The names that a formula uses, each once. */
export const namesIn = (expression: Expression): string[] => {
  const names = new Set<string>()
  const look = (node: Expression): void => {
    switch (node.kind) {
      case 'literal': break
      case 'name': names.add(node.name); break
      case 'unary': look(node.operand); break
      case 'binary': look(node.left); look(node.right); break
      case 'choice': look(node.test); look(node.then); look(node.otherwise); break
      case 'call': node.operands.forEach(look); break
    }
  }
  look(expression)
  return [...names]
}
