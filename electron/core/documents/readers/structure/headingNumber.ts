/** Numbers in front of headings: 第一章, 一、, （一）, 1., 1.1, （1）. Typed or automatic, they read the same. */
export type NumberScheme = 'part' | 'chapter' | 'section' | 'hanComma' | 'hanParen' | 'decimal' | 'dotted2' | 'dotted3' | 'dotted4' | 'decimalParen'

/** From the highest level to the lowest, as Chinese documents nest them (GB/T 9704-2012, 7.3.3). */
export const schemeOrder: readonly NumberScheme[] =
  ['part', 'chapter', 'section', 'hanComma', 'hanParen', 'decimal', 'dotted2', 'dotted3', 'dotted4', 'decimalParen']

export interface HeadingNumber {
  scheme: NumberScheme
  ordinal: number
  /** Characters of the number with its punctuation and spaces. */
  length: number
}

const han = '一二三四五六七八九十'

const patterns: readonly { scheme: NumberScheme; pattern: RegExp }[] = [
  { scheme: 'part', pattern: /^第\s*([一二三四五六七八九十\d]{1,3})\s*(?:部分|篇|编)[\s、：:.．]*/ },
  { scheme: 'chapter', pattern: /^第\s*([一二三四五六七八九十\d]{1,3})\s*章[\s、：:.．]*/ },
  { scheme: 'section', pattern: /^第\s*([一二三四五六七八九十\d]{1,3})\s*节[\s、：:.．]*/ },
  { scheme: 'hanComma', pattern: /^([一二三四五六七八九十]{1,3})(?:\s*[、.．：:]\s*|\s+)/ },
  { scheme: 'hanParen', pattern: /^[（(]\s*([一二三四五六七八九十]{1,3})\s*[）)]\s*[、.．]?\s*/ },
  { scheme: 'decimalParen', pattern: /^[（(]?\s*(\d{1,2})\s*[）)]\s*[、.．]?\s*/ },
]

const dottedPattern = /^(\d{1,2}(?:[.．]\d{1,2}){1,3})(?:[.．、]\s*|\s+|(?=[\p{Script=Han}A-Za-z]))/u
const decimalPattern = /^(\d{1,2})(?:\s*[.．、]\s*|\s+)(?=[^\d\s])/

const hanOrdinal = (text: string): number => {
  if (/^\d+$/.test(text)) return Number(text)
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text]
  const tensValue = text.includes('十') ? (tens === '' || tens === undefined ? 1 : han.indexOf(tens) + 1) : 0
  return tensValue * 10 + (ones === undefined || ones === '' ? 0 : han.indexOf(ones) + 1)
}

const dottedSchemes: readonly NumberScheme[] = ['dotted2', 'dotted3', 'dotted4']

/** The number that a line begins with; undefined if there is none, or nothing else. */
export const headingNumber = (text: string): HeadingNumber | undefined => {
  for (const { scheme, pattern } of patterns) {
    const match = pattern.exec(text)
    if (match?.[1] !== undefined && match[0].length < text.length) return { scheme, ordinal: hanOrdinal(match[1]), length: match[0].length }
  }
  const dotted = dottedPattern.exec(text)
  if (dotted?.[1] !== undefined && dotted[0].length < text.length) {
    const steps = dotted[1].split(/[.．]/)
    const scheme = dottedSchemes[steps.length - 2]
    if (scheme) return { scheme, ordinal: Number(steps.at(-1)), length: dotted[0].length }
  }
  const decimal = decimalPattern.exec(text)
  return decimal?.[1] === undefined ? undefined : { scheme: 'decimal', ordinal: Number(decimal[1]), length: decimal[0].length }
}

export const withoutNumber = (text: string): string => text.slice(headingNumber(text)?.length ?? 0)
