/** How sheets are shown and printed: rows that grow with what is written in them; on A4, a wide one lying, none wider than its page, with their heads on every page. */
import type { Blob } from 'node:buffer'
import type { Stream } from 'node:stream'
import type { Feature } from 'write-excel-file/node'

/** Characters of the type of a sheet that a standing page holds. */
const pageWidth = 90

const isWide = (widths: readonly number[]): boolean => widths.reduce((sum, width) => sum + width, 0) > pageWidth

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** The pane below a head that stays in sight: nothing stands beside it. And a row is as high as it was measured, until something is written in it. */
const shown = (xml: string): string => xml.replace('activePane="bottomRight"', 'activePane="bottomLeft"').replaceAll(' customHeight="1"', '')

/** In the order of the sheets, whose names have no apostrophes; `widths` in characters. */
export const forPaper = (sheets: readonly { name: string; widths: readonly number[] }[]): Feature<Stream | Buffer | Blob> => {
  const titles = sheets.map(({ name }, index) => `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${escaped(name)}'!$1:$1</definedName>`).join('')
  const pageSetup = (widths: readonly number[]): string => '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'
    + `<pageSetup paperSize="9" orientation="${isWide(widths) ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>`
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => shown(xml).replace(/<worksheet[^>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>').replace(/<\/sheetData>|<sheetData\/>/, (end) => end + pageSetup(sheets[sheetIndex]?.widths ?? [])),
        },
        'xl/workbook.xml': { transform: (xml) => xml.replace('<definedNames/>', () => `<definedNames>${titles}</definedNames>`) },
      },
    },
  }
}
