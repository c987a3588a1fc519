/** Text as runs: line ends and tabs as Word's own, and the face that ambiguous punctuation is set in. */
import { Tab, TextRun, type IRunOptions } from 'docx'
import { legalText } from './legalText'

type Look = Omit<IRunOptions, 'text' | 'children' | 'break'>

const isEastAsian = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u

/** Quotation marks, dashes and dots are in Latin and in Chinese faces alike: beside Chinese text they are set in the Chinese one. */
const isAmbiguous = /[\u00b7\u2010-\u2027\u2030-\u205e]/

const part = (text: string, look: Look): TextRun => {
  const chinese = isEastAsian.test(text) || (isAmbiguous.test(text) && !/\p{Script=Latin}/u.test(text))
  return new TextRun({ ...look, ...(chinese && look.font === undefined ? { font: { hint: 'eastAsia' } } : {}), children: text.split(/(\t)/).filter((each) => each !== '').map((each) => (each === '\t' ? new Tab() : each)) })
}

/** One run for each line of the text, with breaks between them. */
export const textRuns = (text: string, look: Look = {}): TextRun[] =>
  legalText(text).split(/\r\n|\r|\n/).flatMap((line, index) => [
    ...(index > 0 ? [new TextRun({ break: 1 })] : []),
    ...(line === '' ? [] : [part(line, look)]),
  ])

/** Text in one line. */
export const textRun = (text: string, look: Look = {}): TextRun => part(legalText(text).replace(/[\r\n]+/g, ' '), look)
