/**
 * On which page each heading stands, reckoned without a screen or fonts: Chinese characters are as wide as they are high and lines as high as
 * the preset or the face says. Word counts anew when the recipient updates the field.
 */
import type { EstimatedPageNumbers, IXmlableObject } from 'docx'
import { emsOf } from '../../plan/measure'
import { attributeOf, blocksIn, bookmarksIn, childOf, childrenOf, nameOf, numberOf, within } from './builtXml'
import type { Look } from './look'

/** Points. `line` is a line's height, `before` and `after` what stands off; `chars` the indent of the first line; `spacing` what each character has besides its size. */
interface Metrics { size: number; line: number; before: number; after: number; indent: number; chars: number; spacing: number; keepsNext: boolean }

/** Of a face's line to its size, as Word sets it without a grid. */
const natural = (face: string): number => (face === '微软雅黑' ? 1.71 : 1.3)

const metricsByStyle = (look: Look): ((style: string) => Metrics) => {
  const { sizes, faces, line, firstLine, numbers } = look.preset
  const text = (size: number, proportion = 1): Metrics => ({
    size, line: line.rule === 'exact' ? line.points * proportion : line.times * natural(faces.text) * size, before: 0, after: 0, indent: 0, chars: 0, spacing: 0, keepsNext: false,
  })
  const loose = (size: number, more: Partial<Metrics> = {}): Metrics => ({ ...text(size), line: natural(faces.table) * size, ...more })
  const headings = [sizes.heading1, sizes.heading2, sizes.heading3].map((size, index) => {
    const face = [faces.heading1, faces.heading2, faces.heading3][index] ?? faces.text
    return line.rule === 'exact' ? { ...text(size), keepsNext: true, chars: numbers === 'chinese' ? firstLine : 0 } : { ...text(size), line: 1.2 * natural(face) * size, before: size * 0.6, after: size * 0.3, keepsNext: true }
  })
  const spacing = look.characterSpacing / 20
  const box = { ...text(look.small / 2, 0.83), indent: 24 }
  const known: Record<string, Metrics> = {
    BodyText: { ...text(sizes.text), chars: firstLine, spacing }, ListParagraph: { ...text(sizes.text), spacing, indent: sizes.text * 3 }, Quote: { ...text(sizes.text), spacing, indent: sizes.text * 4 },
    QuoteSource: text(look.small / 2), RecordData: text(look.small / 2, 0.83), Abstract: { ...text(look.small / 2, 0.864), before: 8, indent: 32 },
    CalloutNote: box, CalloutTip: box, CalloutWarning: box, CalloutDanger: box, Title: { ...text(sizes.title), line: sizes.title * 1.455, after: 12, keepsNext: true },
    Picture: loose(sizes.text, { before: 6 }), Caption: loose(sizes.table, { before: 4, after: 4 }), TableText: loose(sizes.table), TableHeading: loose(sizes.table), TableEnd: { ...text(5), line: 8 },
    ContentsTitle: { ...text(sizes.title), line: sizes.title * 1.455, after: 12 }, ...Object.fromEntries([1, 2, 3, 4].map((level) => [`TOC${level}`, text(look.small / 2, 0.9)])),
  }
  return (style) => known[style] ?? headings[Number(/^Heading(\d)$/.exec(style)?.[1] ?? 0) - 1] ?? (style.startsWith('Heading') ? headings.at(-1) : undefined) ?? text(sizes.text)
}

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
    const lines = textOf(node).split('\n').reduce((sum, text) => sum + Math.max(1, Math.ceil((emsOf(text) + own.chars) / letters - 0.01)), 0)
    return { lines, line: Math.max(line, ...pictures), before: numberOf(spacing, 'w:before') / 20 || own.before, after: numberOf(spacing, 'w:after') / 20 || own.after, keepsNext: own.keepsNext }
  }

  const cell = (node: unknown): number => {
    const width = (numberOf(childOf(node, 'w:tcPr', 'w:tcW'), 'w:w') || 1000) / 20 - 8
    return blocksIn(node).reduce<number>((sum, block) => sum + (nameOf(block) === 'w:p' ? heightOf(paragraph(block, width)) : rows(block).reduce((all, { height }) => all + height, 0)), 4)
  }

  const rows = (table: unknown): { height: number; isHeader: boolean }[] => childrenOf(table).filter((child) => nameOf(child) === 'w:tr').map((row) => {
    const least = numberOf(childOf(row, 'w:trPr', 'w:trHeight'), 'w:val') / 20 || 0
    const cells = childrenOf(row).filter((child) => nameOf(child) === 'w:tc' && childOf(child, 'w:tcPr', 'w:vMerge') === undefined)
    return { height: Math.max(least, ...cells.map(cell)) + 0.5, isHeader: childOf(row, 'w:trPr', 'w:tblHeader') !== undefined }
  })

  return { paragraph, rows }
}

const heightOf = ({ lines, line, before, after }: Sized): number => lines * line + before + after

const roman = (value: number): string => {
  const signs = [['X', 10], ['IX', 9], ['V', 5], ['IV', 4], ['I', 1]] as const
  const [sign, worth] = signs.find(([, each]) => each <= value) ?? ['', 0]
  return worth === 0 ? '' : sign + roman(value - worth)
}

export const reckonPages = (body: IXmlableObject, look: Look): EstimatedPageNumbers => {
  const measure = createMeasure(look)
  const [height, width] = [look.block.height / 20, look.block.width / 20]
  const bookmarks = new Map<string, string>()
  const sectionPageCounts: number[] = []
  let pending: [name: string, page: number][] = []
  let [page, begun, used] = [1, 1, 0]

  const next = (): void => { page += 1; used = 0 }
  const place = (each: number): void => {
    if (used > 0 && used + each > height + 0.5) next()
    used += each
  }

  const placeParagraph = (node: unknown): void => {
    const sized = measure.paragraph(node, width)
    if (childOf(node, 'w:pPr', 'w:pageBreakBefore') !== undefined && used > 0) next()
    const needed = sized.keepsNext ? heightOf(sized) + 2 * sized.line : sized.line
    if (used > 0 && used + needed > height + 0.5) next()
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

  for (const block of blocksIn(body)) {
    if (nameOf(block) === 'w:tbl') placeTable(block)
    else {
      const ends = childOf(block, 'w:pPr', 'w:sectPr')
      if (ends === undefined || textOf(block) !== '') placeParagraph(block)
      if (ends !== undefined) endSection(ends)
    }
  }
  endSection(childOf(body, 'w:sectPr'))
  return { bookmarks, sectionPageCounts, pageCount: page - 1 }
}
