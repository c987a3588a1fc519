/** Text without any formatting: lines of a spreadsheet as a table, all else as paragraphs. */
import { newBlockId } from '#shared/model/ids'
import type { Block } from '#shared/model/body/blocks'
import { cleanText } from './cleanText'
import { limits } from './pasted'

/** A cell that holds a line end or a quote stands in quotes, as spreadsheets write it. */
const spreadsheetCells = (text: string): string[][] => {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] ?? ''
    if (quoted) {
      if (character !== '"') cell += character
      else if (text[index + 1] === '"') { cell += '"'; index += 1 }
      else quoted = false
    } else if (character === '"' && cell === '') quoted = true
    else if (character === '\t' || character === '\n') {
      rows.at(-1)?.push(cell)
      cell = ''
      if (character === '\n') rows.push([])
    } else cell += character
  }
  rows.at(-1)?.push(cell)
  return quoted ? text.split('\n').map((line) => line.split('\t')) : rows
}

const paragraphs = (lines: readonly string[]): Block[] => lines.map((line) => line.trim()).filter((line) => line !== '').map((text) =>
  ({ type: 'paragraph', id: newBlockId(), inlines: [{ type: 'text', text }] }))

export const plainLines = (text: string): string[] => cleanText(text).replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n')

/** The table that a spreadsheet's text is: every line has as many cells as the first, and more than one. Undefined where it is none or too large. */
export const plainTable = (lines: readonly string[]): Block | undefined => {
  if (!lines.some((line) => line.includes('\t'))) return undefined
  const cells = spreadsheetCells(lines.join('\n'))
  const columns = cells[0]?.length ?? 0
  if (columns < 2 || columns * cells.length > limits.parts || cells.some((row) => row.length !== columns)) return undefined
  return {
    type: 'table', id: newBlockId(),
    rows: cells.map((row) => ({ cells: row.map((cell) => ({ blocks: paragraphs(cell.split('\n')) })) })),
  }
}

export const plainParagraphs = (lines: readonly string[]): Block[] => paragraphs(lines)
