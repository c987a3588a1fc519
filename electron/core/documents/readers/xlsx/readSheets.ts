/**
 * The cells of an Excel file that others filled, as text. What is no such file, is of the old kind or would unpack into more than a sheet
 * that people fill ever holds is refused before a cell is read.
 */
import { readFile } from 'node:fs/promises'
import readExcel, { type SheetData } from 'read-excel-file/node'
import { z } from 'zod'
import { compoundFileNames, isCompoundFile } from '../docx/compoundFile'
import { openPackage, type OfficePackage } from '../docx/officePackage'
import { ReadFailure } from '../readDocument'
import { damaged, systemFailure } from '../wholeFile'
import { checkExtent } from './extent'
import { Merge, mergesOf } from './merges'
import { repacked, withNamedCells } from './namedCells'

/** Cells in their rows, empty ones as empty text; numbers as they are shown, days as YYYY-MM-DD. `merges` are the cells that were made one over several rows. */
export const SheetRows = z.object({ name: z.string(), rows: z.array(z.array(z.string())), merges: z.array(Merge) })
export type SheetRows = z.infer<typeof SheetRows>

const limits = { rows: 20_000, columns: 300, bytes: 20 * 1024 * 1024, unpacked: 200 * 1024 * 1024 }

/** Refuses old and encrypted workbooks by what they are; anything else is told where it is opened. */
const checkOldKind = (bytes: Buffer): void => {
  if (bytes.length > limits.bytes) throw new ReadFailure({ code: 'too_large', detail: `${bytes.length} bytes` })
  if (!isCompoundFile(bytes)) return
  const names = new Set(compoundFileNames(bytes).map((name) => name.toLowerCase()))
  if (names.has('workbook') || names.has('book')) throw new ReadFailure({ code: 'old_doc', detail: 'Workbook' })
}

/**
 * Sizes in a zip's directory are claims: each part is unpacked once, no longer than it claims, before the library that reads cells unpacks it. Answers with
 * the sheets that have cells without a name, with one for each.
 */
const checkParts = async (parts: OfficePackage): Promise<Map<string, string>> => {
  if (!parts.has('xl/workbook.xml')) throw new ReadFailure({ code: 'not_docx', detail: 'no xl/workbook.xml' })
  const mended = new Map<string, string>()
  let unpacked = 0
  for (const name of parts.names()) {
    const bytes = await parts.bytes(name)
    unpacked += bytes?.byteLength ?? 0
    if (unpacked > limits.unpacked) throw new ReadFailure({ code: 'too_large', detail: `unpacks to more than ${limits.unpacked} bytes` })
    if (/^xl\/worksheets\/|^xl\/sharedStrings/i.test(name)) await parts.xml(name)
    // Any part can be a sheet; the library takes its bytes for UTF-8, whatever they claim.
    const text = bytes && /\.xml$/i.test(name) ? Buffer.from(bytes).toString('utf8') : ''
    const named = withNamedCells(text)
    checkExtent(named ?? text, limits)
    if (named !== undefined) mended.set(name, named)
  }
  return mended
}

const dayMs = 86_400_000

/** A moment is kept at UTC; before the first day of Excel's calendar there are times alone. */
const dateText = (moment: Date): string => {
  // Excel counts days: a time comes back a moment early or late.
  const date = new Date(Math.round(moment.getTime() / 1000) * 1000)
  const [day = '', time = ''] = date.toISOString().split('T')
  const minutes = time.slice(0, 5)
  if (date.getTime() < Date.UTC(1900, 0, 1)) return minutes
  return date.getTime() % dayMs === 0 ? day : `${day} ${minutes}`
}

/** What arithmetic leaves behind in the last digits is not shown. */
const numberText = (value: number): string => (Number.isSafeInteger(value) ? String(value) : String(Number(value.toPrecision(12))))

const cellText = (value: unknown): string => {
  if (typeof value === 'string') return value.normalize('NFC').trim()
  if (typeof value === 'number') return numberText(value)
  if (typeof value === 'boolean') return value ? '是' : '否'
  return value instanceof Date && !Number.isNaN(value.getTime()) ? dateText(value) : ''
}

/** A value that stands in cells made one over several rows holds for each of them. */
const filledDown = (rows: string[][], merges: readonly Merge[]): string[][] => {
  for (const { column, from, to } of merges) {
    const value = rows[from]?.[column] ?? ''
    for (const row of value === '' ? [] : rows.slice(from + 1, to + 1)) {
      while (row.length <= column) row.push('')
      row[column] = value
    }
  }
  return rows
}

const textsOf = (data: SheetData): string[][] => {
  if (data.length > limits.rows || (data[0]?.length ?? 0) > limits.columns) throw new ReadFailure({ code: 'too_large', detail: `${data.length} rows` })
  return data.map((row) => row.map(cellText))
}

/** Throws ReadFailure for a file that is none. */
export const readSheets = async (path: string): Promise<SheetRows[]> => {
  const bytes = await readFile(path).catch((error: unknown) => { throw systemFailure(error) })
  checkOldKind(bytes)
  const parts = await openPackage(path)
  const mended = await checkParts(parts)
  try {
    const sheets = await readExcel(mended.size > 0 ? await repacked(parts, mended) : bytes)
    const allMerges = await mergesOf(parts)
    return sheets.map(({ sheet, data }) => {
      const merges = allMerges.get(sheet) ?? []
      return { name: sheet, rows: filledDown(textsOf(data), merges), merges }
    })
  } catch (error) {
    throw damaged(error)
  }
}
