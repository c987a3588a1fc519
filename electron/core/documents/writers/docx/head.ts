/** The title of a record and what stands below it: who, where and when, in lines of "label: value" that our own reader takes back as fields. */
import { Paragraph } from 'docx'
import type { Language } from '#shared/model/language'
import type { RecordContent } from '#shared/model/record'
import { labelsByLanguage, type Labels } from './labels.data'
import { legalLine, legalText, textRun, textRuns } from './runs'

/** Arabic digits and full 年月日 (GB/T 9704-2012, 7.3.5.3), as exact as the date itself is. */
const writtenDate = (date: string, language: Language): string => {
  if (language !== 'zh-CN') return date
  const [year = '', month, day] = date.split('-')
  return year === '' ? '' : `${year}年${month === undefined ? '' : `${Number(month)}月`}${day === undefined ? '' : `${Number(day)}日`}`
}

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

export const headOf = (content: RecordContent, language: Language): Paragraph[] => {
  const labels = labelsByLanguage[language]
  const summary = legalText(content.summary).trim()
  return [
    new Paragraph({ style: 'Title', children: [textRun(legalLine(content.title) || labels.untitled)] }),
    ...dataLines(content, labels, language).map((text) => new Paragraph({ style: 'RecordData', children: [textRun(text)] })),
    ...(summary === '' ? [] : [new Paragraph({ style: 'Abstract', children: [textRun(`${labels.summary}${labels.colon}`, { bold: true }), ...textRuns(summary)] })]),
    new Paragraph({ style: 'RecordData' }),
  ]
}
