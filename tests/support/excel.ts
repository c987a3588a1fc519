/** Excel files as others would send them, in tests. */
import { writeFile } from 'node:fs/promises'
import writeExcelFile, { type Cell } from 'write-excel-file/node'

export type Written = string | number | Date | { text: string; rows?: number; columns?: number } | null

const cellOf = (value: Written): Cell => {
  if (value === null) return null
  if (typeof value === 'string') return { type: String, value }
  if (typeof value === 'number') return { type: Number, value }
  if (value instanceof Date) return { type: Date, value, format: 'yyyy-mm-dd hh:mm' }
  return { type: String, value: value.text, ...value.rows !== undefined && { rowSpan: value.rows }, ...value.columns !== undefined && { columnSpan: value.columns } }
}

/** Sheets by their names. */
export const writeExcel = async (path: string, sheets: Readonly<Record<string, readonly (readonly Written[])[]>>): Promise<string> => {
  const bytes = await writeExcelFile(Object.entries(sheets).map(([sheet, rows]) => ({ sheet, data: rows.map((row) => row.map(cellOf)) }))).toBuffer()
  await writeFile(path, bytes)
  return path
}
