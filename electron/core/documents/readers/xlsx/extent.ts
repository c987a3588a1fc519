/**
 * How far a sheet reaches, told before its cells are read: the library that reads them makes room for all that lies before a cell, and a
 * single cell far out would be more than the process can hold.
 */
import { ReadFailure } from '../readDocument'

export interface ExtentLimits { rows: number; columns: number }

/** The last row and column of Excel itself: empty cells and rows that only have a format lie there. */
const excel: ExtentLimits = { rows: 1_048_576, columns: 16_384 }

const columnOf = (letters: string): number => [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

const refused = (address: string): ReadFailure => new ReadFailure({ code: 'too_large', detail: `a cell or row at ${address.slice(0, 40)}` })

/** Every attribute that places a cell or a row, and whether its element is empty; wherever it stands, so that odd XML hides none. */
const places = /[\s"']r\s*=\s*["']([^"']*)["']([^<>]*>?)/g

/** `sheet` is the XML of a part, whatever it is: one that is no sheet places nothing. Throws `too_large` for what lies beyond `limits`, with a value, or beyond Excel. */
export const checkExtent = (sheet: string, limits: ExtentLimits): void => {
  if (!sheet.includes('sheetData')) return
  const widths = new Map<number, number>()
  for (const [, place = '', rest = ''] of sheet.matchAll(places)) {
    if (!/[\d&]/.test(place)) continue
    const [, letters = '', digits = ''] = /^([A-Z]{0,3})(\d{1,7})$/i.exec(place) ?? []
    const [row, column] = [Number(digits), columnOf(letters)]
    if (digits === '' || row > excel.rows || column > excel.columns) throw refused(place)
    if (letters === '') continue
    if (!rest.endsWith('/>') && (row > limits.rows || column > limits.columns)) throw refused(place)
    widths.set(row, Math.max(widths.get(row) ?? 0, column))
  }
  const cells = [...widths.values()].reduce((sum, width) => sum + width, 0)
  if (cells > limits.rows * limits.columns) throw new ReadFailure({ code: 'too_large', detail: `${cells} cells` })
}
