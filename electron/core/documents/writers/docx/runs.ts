/** Text as Word can hold it: legal characters, line ends and tabs as its own, and the face that ambiguous punctuation is set in. */
import { Tab, TextRun, type IRunOptions } from 'docx'

type Look = Omit<IRunOptions, 'text' | 'children' | 'break'>

/** Leaves out what XML 1.0 has no place for (production 2, Char); an unpaired surrogate becomes U+FFFD. */
export const legalText = (text: string): string => text.toWellFormed().replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')

/** In one line, for places that hold no breaks: titles, properties, alternative texts. */
export const legalLine = (text: string): string => legalText(text).replace(/\s*[\r\n]+\s*/g, ' ').trim()

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
