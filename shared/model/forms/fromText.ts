/** Fields out of a tool's text: forms that come from Word are tables, checklists are tables or items to tick. */
import { isKnownBlock, type Block, type TableBlock } from '../body/blocks'
import { blockText, bodyPieces, placedBlocks } from '../body/walk'
import type { Body } from '../body/body'
import { fieldLimits } from '../fields'
import { newBlockId } from '../ids'
import { formLimits, type FormField } from './form'

/** The tables of a body, with what tells one from another. */
export const tablesIn = (body: Body): { id: string; label: string; table: TableBlock }[] => [...placedBlocks(body)].flatMap(({ block }) => {
  if (!isKnownBlock(block) || block.type !== 'table') return []
  const label = nameIn(block.caption ?? '') || cellTexts(block)[0]?.filter((text) => text !== '').join('、').slice(0, 30) || '—'
  return [{ id: block.id, label, table: block }]
})

const textOf = (blocks: readonly Block[]): string => bodyPieces({ version: 1, preamble: [...blocks], sections: [] }).map(({ text }) => text).join(' ').trim()

/** As long as a field's name may be. */
const nameIn = (text: string): string => text.trim().slice(0, fieldLimits.text).trim()

const cellTexts = (table: TableBlock): string[][] => table.rows.map(({ cells }) => cells.map(({ blocks }) => nameIn(textOf(blocks))))

/** A column that counts rows, or that is for what a person writes by hand, is no item. */
const counts = /^(?:序号?|编号|项次?|no\.?|#)$/i

const isHead = ({ cells }: TableBlock['rows'][number]): boolean => cells.some(({ header }) => header === 'column' || header === 'both')

/** The rows that head the columns: the marked ones at the top, or the first. */
const headCount = (table: TableBlock): number => {
  const first = table.rows.findIndex((row) => !isHead(row))
  return first === -1 ? table.rows.length : Math.max(1, first)
}

/** Each cell of the head as a field of a form, to be written in by whoever fills it in. */
export const fieldsFromHead = (table: TableBlock): FormField[] => {
  const titles = cellTexts(table).slice(0, headCount(table)).flat().filter((text) => text !== '' && !counts.test(text))
  return [...new Set(titles)].slice(0, formLimits.fields).map((title) => {
    const kind = title.includes('日期') ? 'date' : /数量|金额|小时|电流|电压|温度|长度|次数|（(?:mm|m|kg|A|V|kW|kWh|℃|%)）/.test(title) ? 'number' : 'text'
    return { id: newBlockId(), title, kind }
  })
}

/** The whole head as one table to be filled in row by row. */
export const rowsFromHead = (table: TableBlock, title: string): FormField[] => {
  const columns = cellTexts(table).slice(0, headCount(table)).at(-1)?.filter((text) => text !== '' && !counts.test(text)).slice(0, formLimits.columns) ?? []
  return columns.length === 0 ? [] : [{ id: newBlockId(), title, kind: 'rows', columns }]
}

/** The first column that says something, below the head, as items of a checklist. */
export const checksFromColumn = (table: TableBlock): FormField[] => {
  const [head, rows] = [cellTexts(table)[0] ?? [], cellTexts(table).slice(headCount(table))]
  const column = head.findIndex((text, index) => !counts.test(text) && rows.some((row) => !/^\d*$/.test(row[index] ?? '')))
  return rows.flatMap((row) => (row[Math.max(0, column)] ?? '')).filter((text) => text !== '').slice(0, formLimits.fields)
    .map((title) => ({ id: newBlockId(), title, kind: 'check', required: true }))
}

/** The items to tick in the text, below the headings that they stand under. */
export const checksFromText = (body: Body): FormField[] => {
  let heading: string | undefined
  return [...placedBlocks(body)].flatMap(({ block }): FormField[] => {
    if (!isKnownBlock(block)) return []
    if (block.type === 'heading') { heading = nameIn(blockText(block)); return [] }
    if (block.type !== 'listItem' || block.list !== 'check' || blockText(block).trim() === '') return []
    const above: FormField[] = heading === undefined || heading === '' ? [] : [{ id: newBlockId(), title: heading, kind: 'heading' }]
    heading = undefined
    return [...above, { id: newBlockId(), title: nameIn(blockText(block)), kind: 'check', required: true }]
  }).slice(0, formLimits.fields)
}
