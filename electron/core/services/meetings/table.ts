/** A sheet that others filled as a table: where its head is, and what its columns are called. */
import type { SheetRows } from '../../documents/readers/xlsx/readSheets'

/** The head stands below a title and a line or two of explanation at most. */
const headWithin = 10

/** `first` is the number of the first row below the head, from 1, as the sheet numbers it. */
export interface Table { sheet: string; head: readonly string[]; rows: readonly (readonly string[])[]; first: number }

/** Full and half width, spaces and marks make no other heading: “姓 名（必填）” is 姓名. */
export const plainHeading = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replaceAll(/\((?:必填|选填|可不填|required|optional|\*)\)/g, '').replaceAll(/[\s*＊:：、/／.,，。()（）\-—_]/gu, '')

/** The first table, sheet by sheet, whose head has what is looked for. */
export const findTable = (sheets: readonly SheetRows[], isHead: (plain: readonly string[]) => boolean): Table | undefined => {
  for (const { name, rows } of sheets) {
    const at = rows.slice(0, headWithin).findIndex((row) => isHead(row.map(plainHeading)))
    if (at !== -1) return { sheet: name, head: rows[at] ?? [], rows: rows.slice(at + 1), first: at + 2 }
  }
  return undefined
}

export const isBlank = (row: readonly string[]): boolean => row.every((cell) => cell === '')

/** What of a row is told where nothing was made of it. */
export const rowText = (row: readonly string[]): string => row.filter((cell) => cell !== '').join('　').slice(0, 200)
