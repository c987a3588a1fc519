/** The title of a record and what stands below it: who, where and when, in lines of "label: value" that our own reader takes back as fields. */
import { Paragraph, type Table } from 'docx'
import type { Language } from '#shared/model/language'
import type { RecordContent } from '#shared/model/record'
import { labelsByLanguage, type Labels } from './labels.data'
import { legalLine, legalText, textRun, textRuns } from './runs'
import { writtenDate } from './writtenDate'

/** Longer ones would be taken for text. */
const maxLine = 36

const dataLines = (content: RecordContent, labels: Labels, language: Language): string[] => {
  const pairs = ([
    ['unit', content.unit], ['team', content.team], ['authors', content.authors.map(legalLine).join(labels.comma)],
    ['field', content.field], ['place', content.place], ['date', writtenDate(content.date, language)],
    ['number', content.number], ['confidentiality', labels[content.confidentiality]],
  ] as const).flatMap(([key, value]) => (legalLine(value) === '' ? [] : [`${labels[key]}${labels.colon}${legalLine(value)}`]))
  const lines: string[] = []
  for (const pair of pairs) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + pair.length <= maxLine) lines[lines.length - 1] = `${last}　　${pair}`
    else lines.push(pair)
  }
  return lines
}

/** `form`: the fields of its type and library, or nothing. */
export const headOf = (content: RecordContent, language: Language, form: readonly (Paragraph | Table)[]): (Paragraph | Table)[] => {
  const labels = labelsByLanguage[language]
  const summary = legalText(content.summary).trim()
  return [
    new Paragraph({ style: 'Title', children: [textRun(legalLine(content.title) || labels.untitled)] }),
    ...dataLines(content, labels, language).map((text) => new Paragraph({ style: 'RecordData', children: [textRun(text)] })),
    ...(summary === '' ? [] : [new Paragraph({ style: 'Abstract', children: [textRun(`${labels.summary}${labels.colon}`, { bold: true }), ...textRuns(summary)] })]),
    new Paragraph({ style: 'RecordData' }),
    ...form,
  ]
}
