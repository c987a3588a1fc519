/** Names of persons: what of an entry (a person, an author, a contact) is one, how else it is written, and what is said of a masked one. */
import { doubleSurnames, surnames } from './surnames.data'

const isChinese = (text: string): boolean => /^\p{Script=Han}+$/u.test(text)

/** A Chinese name keeps its surname; of any other, and of one character, nothing is said. */
export const surnameOf = (name: string): string => {
  const [double, single] = [name.slice(0, 2), name.slice(0, 1)]
  if (!isChinese(name) || name.length < 2 || name.length > 4) return ''
  if (name.length > 2 && doubleSurnames.has(double)) return double
  return name.length < 4 && surnames.has(single) ? single : ''
}

/** Units stand among authors and contacts too: masked as persons they would tear words out of every text. */
const unitEnd = /.{2}(?:部|组|处|站|室|局|厂|队|班|公司|中心|车间)$/u

const isName = (text: string): boolean => text.length > 1 && !unitEnd.test(text)

/**
 * The names in an entry, which is folded: 张三, 约翰·史密斯, Li Lei as they are; of one that says more (张三（安监部）13812345678, 李四、王五)
 * what looks like Chinese names.
 */
export const namesIn = (entry: string): string[] => {
  const whole = entry.trim()
  if (/^[\p{Script=Latin} .'·-]+$/u.test(whole) || /^[\p{Script=Han}·•]+$/u.test(whole)) return isName(whole) ? [whole] : []
  const joined = whole.replace(/^(\p{Script=Han}) +(\p{Script=Han})$/u, '$1$2')
  return joined.split(/[^\p{Script=Han}·•]+/u).filter((piece) => isName(piece) && surnameOf(piece) !== '')
}

/** As forms and tables write a name of two characters, with a gap that makes it as wide as one of three. */
export const spellingsOf = (name: string): string[] => [name, ...(name.length === 2 && isChinese(name) ? [' ', '  '].map((gap) => name.split('').join(gap)) : [])]
