/** The measured results of a case as a table at the end of its section of results. */
import type { TableBlock } from '#shared/model/body/blocks'
import { newSection, type Body } from '#shared/model/body/body'
import { newBlockId } from '#shared/model/ids'
import type { MeasuredResult, RecordContent } from '#shared/model/record'
import { textCell } from './cells'
import type { Labels } from './labels.data'

interface Column { title: string; text: (result: MeasuredResult) => string; isOptional?: boolean }

const columnsOf = (attachments: RecordContent['attachments'], labels: Labels): Column[] => {
  const names = new Map(attachments.map(({ sha256, name }) => [sha256, name]))
  return [
    { title: labels.indicator, text: ({ indicator }) => indicator },
    { title: labels.measure, text: ({ unit }) => unit },
    { title: labels.before, text: ({ before }) => before },
    { title: labels.after, text: ({ after }) => after },
    { title: labels.evidence, text: ({ evidence }) => evidence.flatMap((sha256) => names.get(sha256) ?? []).join(labels.comma), isOptional: true },
    { title: labels.remark, text: ({ note = '' }) => note, isOptional: true },
  ]
}

/** Evidence and remarks have a column only where there are any. */
const table = (results: readonly MeasuredResult[], attachments: RecordContent['attachments'], labels: Labels): TableBlock => {
  const columns = columnsOf(attachments, labels).filter(({ text, isOptional }) => !isOptional || results.some((result) => text(result) !== ''))
  return {
    type: 'table', id: newBlockId(), caption: labels.resultsCaption,
    rows: [
      { cells: columns.map(({ title }) => textCell(title, { header: 'column' })) },
      ...results.map((result) => ({ cells: columns.map(({ text }) => textCell(text(result))) })),
    ],
  }
}

/** The body with that table, in a section of results of its own where there is none; the body as it is where nothing was measured. */
export const withResults = ({ body, fields, attachments }: RecordContent, labels: Labels): Body => {
  const results = (fields.results ?? []).filter(({ indicator }) => indicator.trim() !== '')
  if (results.length === 0) return body
  const block = table(results, attachments, labels)
  const at = body.sections.findIndex(({ key }) => key === 'results')
  return at === -1
    ? { ...body, sections: [...body.sections, newSection('results', labels.results, [block])] }
    : { ...body, sections: body.sections.map((section, index) => (index === at ? { ...section, blocks: [...section.blocks, block] } : section)) }
}
