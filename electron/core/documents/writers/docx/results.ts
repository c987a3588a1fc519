/** The measured results of a case as a table at the end of its section of results. */
import { z } from 'zod'
import type { Block, TableBlock, TableCell } from '#shared/model/body/blocks'
import { newSection, type Body } from '#shared/model/body/body'
import { newBlockId } from '#shared/model/ids'
import type { RecordContent } from '#shared/model/record'
import type { Labels } from './labels.data'

const Value = z.union([z.string(), z.number().transform(String)]).catch('')

const MeasuredResult = z.looseObject({ indicator: Value, unit: Value.optional(), before: Value.optional(), after: Value.optional(), note: Value.optional() })
type MeasuredResult = z.infer<typeof MeasuredResult>

const MeasuredResults = z.array(MeasuredResult.catch({ indicator: '' })).catch([])

const cell = (text: string | undefined, more: Partial<TableCell> = {}): TableCell => {
  const paragraph: Block = { type: 'paragraph', id: newBlockId(), inlines: text === undefined || text === '' ? [] : [{ type: 'text', text }] }
  return { ...more, blocks: [paragraph] }
}

const table = (results: readonly MeasuredResult[], labels: Labels): TableBlock => {
  const hasNotes = results.some(({ note }) => note !== undefined && note !== '')
  const titles = [labels.indicator, labels.measure, labels.before, labels.after, ...(hasNotes ? [labels.remark] : [])]
  return {
    type: 'table', id: newBlockId(), caption: labels.resultsCaption,
    rows: [
      { cells: titles.map((title) => cell(title, { header: 'column' })) },
      ...results.map(({ indicator, unit, before, after, note }) => ({ cells: [indicator, unit, before, after, ...(hasNotes ? [note] : [])].map((text) => cell(text)) })),
    ],
  }
}

/** The body with that table, in a section of results of its own where there is none; the body as it is where nothing was measured. */
export const withResults = ({ body, fields }: RecordContent, labels: Labels): Body => {
  const results = MeasuredResults.parse(fields.results).filter(({ indicator }) => indicator.trim() !== '')
  if (results.length === 0) return body
  const block = table(results, labels)
  const at = body.sections.findIndex(({ key }) => key === 'results')
  return at === -1
    ? { ...body, sections: [...body.sections, newSection('results', labels.results, [block])] }
    : { ...body, sections: body.sections.map((section, index) => (index === at ? { ...section, blocks: [...section.blocks, block] } : section)) }
}
