/**
 * Cells that a file leaves without a name, as ECMA-376 lets it: each stands behind the one before it, each row below the one before it. The
 * library that reads cells wants every one named.
 */
import JSZip from 'jszip'
import type { OfficePackage } from '../docx/officePackage'

const lettersOf = (column: number): string => (column === 0 ? '' : lettersOf(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26)))
const columnOf = (letters: string): number => [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

const tags = /<((?:[\w.-]+:)?(row|c))(?=[\s/>])((?:[^<>"']|"[^"]*"|'[^']*')*)>/g

const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

const nameIn = (attributes: string): string | undefined => {
  const [, , quoted, single] = [...attributes.matchAll(attribute)].find(([, name]) => name === 'r') ?? []
  return quoted ?? single
}

const nameless = /<(?:[\w.-]+:)?c(?=[\s/>])(?![^<>]*[\s"']r\s*=)/

/** The XML of a sheet with a name for every cell; undefined where each has one. */
export const withNamedCells = (sheet: string): string | undefined => {
  const from = sheet.search(/<(?:[\w.-]+:)?sheetData\b/)
  if (from === -1 || !nameless.test(sheet)) return undefined
  let [row, column] = [0, 0]
  return sheet.slice(0, from) + sheet.slice(from).replaceAll(tags, (whole: string, tag: string, kind: string, attributes: string) => {
    const name = nameIn(attributes)
    if (kind === 'row') {
      row = Number(name ?? row + 1)
      column = 0
      return whole
    }
    if (name === undefined) {
      column += 1
      return `<${tag} r="${lettersOf(column)}${row}"${attributes}>`
    }
    const [, letters = '', digits = ''] = /^([A-Z]{1,3})(\d{1,7})$/i.exec(name) ?? []
    row = Number(digits)
    column = columnOf(letters)
    return whole
  })
}

/** A package with other text in some of its parts. */
export const repacked = async (parts: OfficePackage, changed: ReadonlyMap<string, string>): Promise<Buffer> => {
  const zip = new JSZip()
  for (const name of parts.names()) zip.file(name, changed.get(name) ?? await parts.bytes(name) ?? '', { createFolders: false })
  return zip.generateAsync({ type: 'nodebuffer', compression: 'STORE' })
}
