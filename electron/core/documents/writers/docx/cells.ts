/** Tables that a Word file makes of a record's data: cells of plain text. */
import type { Block, TableCell } from '#shared/model/body/blocks'
import { newBlockId } from '#shared/model/ids'

const paragraph = (text: string): Block => ({ type: 'paragraph', id: newBlockId(), inlines: text === '' ? [] : [{ type: 'text', text }] })

/** Each line of the text is a paragraph. */
export const textCell = (text: string, more: Partial<TableCell> = {}): TableCell => ({ ...more, blocks: text.split(/\r\n|\r|\n/).map(paragraph) })
