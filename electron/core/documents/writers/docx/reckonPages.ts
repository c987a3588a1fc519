/**
 * On which page each heading stands, reckoned without a screen or fonts: Chinese characters are as wide as they are high and lines as high as
 * the preset or the face says. Word counts anew when the recipient updates the field.
 */
import type { EstimatedPageNumbers, IXmlableObject } from 'docx'
import { emsOf } from '../../plan/measure'
import { attributeOf, blocksIn, bookmarksIn, childOf, childrenOf, nameOf, numberOf, within } from './builtXml'
import type { Look } from './look'
import { metricsByStyle } from './metrics'

const textOf = (node: unknown): string => childrenOf(node).map((child) => {
  switch (nameOf(child)) {
    case 'w:t': return childrenOf(child).filter((each) => typeof each === 'string').join('')
    case 'w:br': return '\n'
    case 'w:r':
    case 'w:hyperlink':
    case 'w:fldSimple': return textOf(child)
    default: return ''
  }
}).join('')

const emusPerPoint = 12_700

interface Sized { lines: number; line: number; before: number; after: number; keepsNext: boolean }

const createMeasure = (look: Look) => {
  const metrics = metricsByStyle(look)

  /** `width` in points. */
  const paragraph = (node: unknown, width: number): Sized => {
    const properties = childOf(node, 'w:pPr')
    const own = metrics(attributeOf(childOf(properties, 'w:pStyle'), 'w:val') ?? '')
    const spacing = childOf(properties, 'w:spacing')
    const size = within(childOf(node, 'w:r'), 'w:sz').map((each) => numberOf(each, 'w:val') / 2)[0] ?? own.size
    const line = attributeOf(spacing, 'w:lineRule') === 'exact' ? numberOf(spacing, 'w:line') / 20 : own.line
    const pictures = within(node, 'wp:extent').map((each) => numberOf(each, 'cy') / emusPerPoint)
    const letters = Math.max((width - own.indent) / (size + own.spacing), 1)
    const lines = textOf(node).split('\n').reduce((sum, text) => sum + linesOf(text, own.chars, letters), 0)
    return { lines, line: Math.max(line, ...pictures), before: numberOf(spacing, 'w:before') / 20 || own.before, after: numberOf(spacing, 'w:after') / 20 || own.after, keepsNext: own.keepsNext || childOf(properties, 'w:keepNext') !== undefined }
  }

  const cell = (node: unknown): number => {
    const width = (numberOf(childOf(node, 'w:tcPr', 'w:tcW'), 'w:w') || 1000) / 20 - 8
    return blocksIn(node).reduce<number>((sum, block) => sum + (nameOf(block) === 'w:p' ? heightOf(paragraph(block, width)) : rows(block).reduce((all, { height }) => all + height, 0)), 4)
  }

  const rows = (table: unknown): Row[] => childrenOf(table).filter((child) => nameOf(child) === 'w:tr').map((row) => {
    const least = numberOf(childOf(row, 'w:trPr', 'w:trHeight'), 'w:val') / 20 || 0
    const cells = childrenOf(row).filter((child) => nameOf(child) === 'w:tc' && childOf(child, 'w:tcPr', 'w:vMerge') === undefined)
    return { height: Math.max(least, ...cells.map(cell)) + 0.5, isHeader: childOf(row, 'w:trPr', 'w:tblHeader') !== undefined }
  })

  return { paragraph, rows }
}

/** What stands at the end of a line may hang out of it. */
const hanging = /[，。、；：！？”’）》」』]$/

const linesOf = (text: string, indent: number, letters: number): number => Math.max(1, Math.ceil((emsOf(text.replace(hanging, '')) + indent) / letters - 0.01))

interface Row { height: number; isHeader: boolean }

/** The rows at the top that no program parts: a head does not stand alone. */
const headAndFirst = (rows: readonly Row[]): readonly Row[] => rows.slice(0, rows.findIndex(({ isHeader }) => !isHeader) + 1)

const heightOf = ({ lines, line, before, after }: Sized): number => lines * line + before + after

const roman = (value: number): string => {
  const signs = [['X', 10], ['IX', 9], ['V', 5], ['IV', 4], ['I', 1]] as const
  const [sign, worth] = signs.find(([, each]) => each <= value) ?? ['', 0]
  return worth === 0 ? '' : sign + roman(value - worth)
}

export const reckonPages = (body: IXmlableObject, look: Look): EstimatedPageNumbers => {
  const measure = createMeasure(look)
  const [height, width] = [look.block.height / 20, look.block.width / 20]
  const blocks = blocksIn(body)
  const bookmarks = new Map<string, string>()
  const sectionPageCounts: number[] = []
  let pending: [name: string, page: number][] = []
  let [page, begun, used] = [1, 1, 0]

  const next = (): void => { page += 1; used = 0 }
  const place = (each: number): void => {
    if (used > 0 && used + each > height + 0.5) next()
    used += each
  }

  /** What must stand on one page from a block on: all that keeps with the next, and the first lines or the first row of what follows. */
  const neededFrom = (index: number): number => {
    const block = blocks[index]
    if (block === undefined) return 0
    if (nameOf(block) === 'w:tbl') return headAndFirst(measure.rows(block)).reduce((sum, row) => sum + row.height, 0)
    const sized = measure.paragraph(block, width)
    return sized.keepsNext ? heightOf(sized) + neededFrom(index + 1) : sized.before + Math.min(sized.lines, 2) * sized.line
  }

  const placeParagraph = (node: unknown, index: number): void => {
    const sized = measure.paragraph(node, width)
    if (childOf(node, 'w:pPr', 'w:pageBreakBefore') !== undefined && used > 0) next()
    const needed = sized.keepsNext ? neededFrom(index) : sized.line
    // What does not fit on any page is kept together by no program.
    if (used > 0 && used + needed > height + 0.5 && needed <= height) next()
    used += used > 0 ? sized.before : 0
    pending.push(...bookmarksIn(node).map((name): [string, number] => [name, page]))
    for (let line = 0; line < sized.lines; line += 1) place(sized.line)
    used += sized.after
  }

  const placeTable = (table: unknown): void => {
    const rows = measure.rows(table)
    const header = rows.filter(({ isHeader }) => isHeader).reduce((sum, each) => sum + each.height, 0)
    for (const row of rows) {
      const before = page
      place(Math.min(row.height, height))
      if (page > before && !row.isHeader) used += header
    }
  }

  const endSection = (properties: unknown): void => {
    const numbers = childOf(properties, 'w:pgNumType')
    const start = numberOf(numbers, 'w:start') || begun
    const isRoman = attributeOf(numbers, 'w:fmt') === 'upperRoman'
    for (const [name, at] of pending) { const number = at - begun + start; bookmarks.set(name, isRoman ? roman(number) : String(number)) }
    sectionPageCounts.push(page - begun + 1)
    pending = []
    next()
    begun = page
  }

  for (const [index, block] of blocks.entries()) {
    if (nameOf(block) === 'w:tbl') placeTable(block)
    else {
      const ends = childOf(block, 'w:pPr', 'w:sectPr')
      if (ends === undefined || textOf(block) !== '') placeParagraph(block, index)
      if (ends !== undefined) endSection(ends)
    }
  }
  endSection(childOf(body, 'w:sectPr'))
  return { bookmarks, sectionPageCounts, pageCount: page - 1 }
}
