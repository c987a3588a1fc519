/** Tables and paragraphs that a document makes of a record's data: plain text in cells. */
import type { Block, TableBlock, TableCell } from '#shared/model/body/blocks'
import { newBlockId } from '#shared/model/ids'

export const paragraph = (text: string): Block => ({ type: 'paragraph', id: newBlockId(), inlines: text === '' ? [] : [{ type: 'text', text }] })

export const heading = (level: number, text: string): Block => ({ type: 'heading', id: newBlockId(), level, inlines: [{ type: 'text', text }] })

/** Each line of the text is a paragraph. */
export const textCell = (text: string, more: Partial<TableCell> = {}): TableCell => ({ ...more, blocks: text.split(/\r\n|\r|\n/).map(paragraph) })

/** In the middle of its cell's width: numbers, ticks, dates. */
export const middleCell = (text: string): TableCell => {
  const { blocks, ...cell } = textCell(text)
  return { ...cell, blocks: blocks.map((block) => ({ ...block, align: 'center' as const })) }
}

/** A column of a table: what heads it, its share of the width, and whether its texts stand in the middle. */
export interface TableColumn { title: string; width: number; isMiddle?: boolean }

/** Pixels, in those shares: wider than any page, so that writers, who only ever make a table narrower, fill the page with it. */
export const wholeWidth = (shares: readonly number[]): number[] => {
  const sum = shares.reduce((all, share) => all + share, 0)
  return shares.map((share) => Math.round(share / sum * 4000))
}

/** Of rows of text, a text a column. */
export const textTable = (columns: readonly TableColumn[], rows: readonly (readonly string[])[], caption = ''): TableBlock => ({
  type: 'table', id: newBlockId(), ...caption !== '' && { caption }, columnWidths: wholeWidth(columns.map(({ width }) => width)),
  rows: [
    { cells: columns.map(({ title }) => textCell(title, { header: 'column' })) },
    ...rows.map((row) => ({ cells: columns.map(({ isMiddle }, index) => (isMiddle ? middleCell : textCell)(row[index] ?? '')) })),
  ],
})

/** Labels with room beside them, for who signs and when, as many in each row. */
export const signatureTable = (...rows: readonly (readonly string[])[]): TableBlock => ({
  type: 'table', id: newBlockId(), columnWidths: wholeWidth((rows[0] ?? []).flatMap(() => [90, 120])),
  rows: rows.map((labels) => ({ cells: labels.flatMap((label) => [textCell(label, { header: 'row' }), textCell('')]) })),
})
