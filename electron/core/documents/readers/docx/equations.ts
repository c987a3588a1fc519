/** The text of an equation (OMML): its letters in order, with the signs that its layout stands for. */
import type { OpenTag, Scanner } from './xmlScanner'

const signs: Readonly<Record<string, string>> = { 'm:den': '/', 'm:sup': '^', 'm:sub': '_', 'm:deg': '√' }

/** Reads `m:oMath` or `m:oMathPara` to its end; the text is still escaped as in the file. */
export const readEquation = (scanner: Scanner, tag: OpenTag): string => {
  const parts: string[] = []
  let inText = false
  let sign = ''
  scanner.inside(tag, (token) => {
    if (token.kind === 'text') {
      if (!inText) return
      parts.push(sign, scanner.xml.slice(token.start, token.end))
      sign = ''
    } else if (token.name === 'm:t') inText = token.kind === 'open'
    else if (token.kind === 'open') sign = signs[token.name] ?? sign
  })
  return parts.join('')
}
