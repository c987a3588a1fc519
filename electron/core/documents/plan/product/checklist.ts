/** The steps of a product as a checklist to carry: one table to be ticked, and who did so. */
import type { TableBlock, TableCell } from '#shared/model/body/blocks'
import { filledRowsOf } from '#shared/model/fields'
import { newBlockId } from '#shared/model/ids'
import type { Language } from '#shared/model/language'
import { stepsOf } from '#shared/model/product/steps'
import { middleCell, signatureTable, textCell, wholeWidth } from '../cells'
import { oneLine } from '../oneLine'
import type { DocumentPart } from '../plan'
import { wordsOf } from '../words.data'
import { editionText, type ProductFacts } from './facts'
import { hazardText } from './steps'

/** Millimetres: room to write a remark. */
const rowHeight = 8

const said = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

/** Across the whole table. */
const band = (text: string, columns: number): TableCell => ({ ...textCell(text, { header: 'row' }), colSpan: columns })

const checkTable = ({ content: { fields } }: ProductFacts, language: Language): TableBlock => {
  const words = wordsOf(language)
  const steps = stepsOf(fields)
  const items = filledRowsOf(fields.acceptance)
  const ticks = (): TableCell => middleCell(`${words.pass}\n${words.fail}`)
  const row = (count: number, what: string, check: string) => ({ cells: [middleCell(String(count)), textCell(what), textCell(check), ticks(), textCell('')] })
  return {
    type: 'table', id: newBlockId(), columnWidths: wholeWidth([44, 88, 302, 70, 56]),
    rows: [
      { cells: [words.count, words.step, words.whatToCheck, words.result, words.remark].map((head) => textCell(head, { header: 'column' })) },
      ...steps.map((step, index) => row(index + 1, step.action.trim(), [step.standard.trim(), hazardText(step, language)].filter((line) => line !== '').join('\n'))),
      ...items.length > 0 ? [{ cells: [band(words.acceptance, 5)] }] : [],
      ...items.map(({ item, criterion, method }, index) => row(index + 1, said(item), [said(criterion), said(method)].filter((line) => line !== '').join('\n'))),
    ],
  }
}

export const checklistParts = (facts: ProductFacts, language: Language): DocumentPart[] => {
  const words = wordsOf(language)
  const { id, content } = facts
  const data = [content.number, editionText(facts, language), oneLine(content.unit)].filter((each) => each !== '').join('　')
  return [
    { kind: 'head', id, level: 0, newPage: false, title: `${oneLine(content.title)}${language === 'zh-CN' ? '' : ' '}${words.checklist}`, data: [data], summary: '', form: null },
    { kind: 'blank', table: checkTable(facts, language), rowHeight },
    { kind: 'blank', table: signatureTable([words.place, words.date], [words.checker, words.inCharge]), rowHeight },
  ]
}
