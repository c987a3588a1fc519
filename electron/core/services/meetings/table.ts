/** A sheet that others filled as a table: where its head is, and what its columns are called. */
import type { SheetRows } from '../../documents/readers/xlsx/readSheets'

/** The head stands below a title and a line or two of explanation at most. */
const headWithin = 10

/** A head of more rows is none: what is made one over them is something else. */
const deepestHead = 4

/** `first` is the number of the first row below the head, from 1, as the sheet numbers it; `above` are the headings over several columns, each at its first. */
export interface Table { sheet: string; head: readonly string[]; above: readonly string[]; rows: readonly (readonly string[])[]; first: number }

const signs = /[\s*＊:：、/／.,，。()（）\-—_]/gu

/** Full and half width, spaces and marks make no other heading: “姓 名（必填）” is 姓名. */
export const plainHeading = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replaceAll(/\((?:必填|选填|可不填|required|optional|\*)\)/g, '').replaceAll(signs, '')

const number = /^[\s*]*(?:[([]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[\])、.:]|[([]?\d{1,3}[\])]?\s|q\d{1,3}[\s.:、]|第\d{1,3}题)\s*/
const address = /^(?:please)?(?:enter|fillin)?your|^(?:请(?:您|你)?(?:如实|准确)?(?:填写|输入|提供|选择|问)?)?(?:您|你|本人|贵)?的?/
const question = /(?:是什么|是哪里|是)?[?!]*$/

/** A heading that asks, as its thing is called: “1、您的姓名：” is 姓名, “单位名称（全称）” 单位名称. */
export const askedHeading = (text: string): string => {
  const unnumbered = text.normalize('NFKC').toLowerCase().replace(number, '')
  const bare = unnumbered.replaceAll(/\([^()]*\)|\[[^[\]]*\]|【[^【】]*】/g, '')
  return plainHeading(plainHeading(bare) === '' ? unnumbered : bare).replace(address, '').replace(question, '')
}

/** The first of several things that a heading names: “工作单位及职务” is 工作单位. */
export const firstNamed = (text: string): string => text.split(/[及和与或、/／]|以及|\band\b|\bor\b/u)[0] ?? ''

/** The last row of a head that begins at `at`: cells made one over several rows are one heading. */
const endOfHead = (at: number, { merges }: SheetRows): number =>
  Math.max(at, ...merges.filter(({ from, to }) => from <= at && to >= at && to - at < deepestHead).map(({ to }) => to))

const tableAt = (sheet: SheetRows, at: number): Table => {
  const { name, rows } = sheet
  const end = endOfHead(at, sheet)
  const lines = rows.slice(at, end + 1)
  const above = rows[at] ?? []
  const head = above.map((heading, column) => lines.findLast((line) => (line[column] ?? '') !== '')?.[column] ?? heading)
  return { sheet: name, head, above, rows: rows.slice(end + 1), first: end + 2 }
}

/** The table whose head says the most, of those that say anything: the first such, sheet by sheet. `scoreOf` is given a row; 0 is no head. */
export const findTable = (sheets: readonly SheetRows[], scoreOf: (row: readonly string[]) => number): Table | undefined => {
  for (const sheet of sheets) {
    const scores = sheet.rows.slice(0, headWithin).map(scoreOf)
    const best = Math.max(0, ...scores)
    if (best > 0) return tableAt(sheet, scores.indexOf(best))
  }
  return undefined
}

export const isBlank = (row: readonly string[]): boolean => row.every((cell) => cell === '')

/** What of a row is told where nothing was made of it. */
export const rowText = (row: readonly string[]): string => row.filter((cell) => cell !== '').join('　').slice(0, 200)
