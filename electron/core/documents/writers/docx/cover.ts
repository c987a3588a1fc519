/** The cover: title, what is said of it, who approved it, and at the lower end of the page by whom and when. In a control of Word's that our reader knows again. */
import { AlignmentType, BorderStyle, BuilderElement, FileChild, HeightRule, LineRuleType, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType, type XmlComponent } from 'docx'
import { wrapText } from '#shared/model/slides/measure'
import type { DocumentPart } from '../../plan/plan'
import type { Context } from './context'
import { faceHeight } from './faceHeights'
import { named } from './head'
import { halfPoints, twips, type Look } from './look'
import { legalLine, textRun, textRuns } from './runs'
import { titleLines, titleSize } from './titleSize'

type Cover = Extract<DocumentPart, { kind: 'cover' }>

export const coverTag = 'liangfang-cover'

const valued = (name: string, value: string): BuilderElement<{ value: string }> => new BuilderElement<{ value: string }>({ name, attributes: { value: { key: 'w:val', value } } })

/** A content control, as Word wraps its own covers. */
class CoverPage extends FileChild {
  constructor(children: readonly XmlComponent[]) {
    super('w:sdt')
    const gallery = new BuilderElement({ name: 'w:docPartObj', children: [valued('w:docPartGallery', 'Cover Pages'), new BuilderElement({ name: 'w:docPartUnique' })] })
    this.root.push(new BuilderElement({ name: 'w:sdtPr', children: [valued('w:tag', coverTag), gallery] }), new BuilderElement({ name: 'w:sdtContent', children: [...children] }))
  }
}

/** A line of exactly that height: space that no program leaves out at the head of a page. */
const spaces = (height: number): Paragraph[] =>
  (height < 20 ? [] : [new Paragraph({ style: 'CoverText', spacing: { line: Math.min(Math.round(height), 30_000), lineRule: LineRuleType.EXACT } })])

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000' }

const cell = (text: string, width: number, alignment: 'left' | 'center' | 'both', isUnderlined: boolean | undefined, size: number): TableCell => new TableCell({
  width: { size: width, type: WidthType.DXA }, verticalAlign: VerticalAlignTable.CENTER,
  ...(isUnderlined === undefined ? {} : { borders: { top: none, left: none, right: none, bottom: isUnderlined ? thin : none } }),
  children: [new Paragraph({ style: 'CoverText', alignment: { left: AlignmentType.LEFT, center: AlignmentType.CENTER, both: AlignmentType.DISTRIBUTE }[alignment], children: [textRun(legalLine(text), { size })] })],
})

const rowHeight = twips(10)
const cellMargin = 80

/** Of the width: the columns of the two tables. */
const valueParts = [0.2, 0.62]
const approvalParts = [0.2, 0.26, 0.34]

const sumOf = (all: readonly number[]): number => all.reduce((sum, each) => sum + each, 0)

/** Twips: a line of so many half points in the style of a cover. */
const lineHeight = (size: number, { preset: { faces } }: Look): number => size * 10 * 1.3 * faceHeight(faces.heading2)

/** Twips that a text takes in a width of twips, in so many half points. */
const textHeight = (text: string, width: number, size: number, look: Look): number => wrapText(legalLine(text), width / 20, size / 2).length * lineHeight(size, look)

const rowHeightOf = (texts: readonly string[], parts: readonly number[], size: number, look: Look): number =>
  Math.max(rowHeight, ...texts.map((text, index) => textHeight(text, look.block.width * (parts[index] ?? 0) - 2 * cellMargin, size, look))) + 10

interface Sizes { text: number; approvals: number }

/** What stands below the title, in letters of so many half points. */
const heightBelow = ({ subtitle, values, approvals, foot }: Cover, { text, approvals: small }: Sizes, look: Look): number =>
  (subtitle === '' ? 0 : textHeight(subtitle, look.block.width, halfPoints(look.preset.sizes.heading1), look) + 160)
  + sumOf(values.map(({ label, value }) => rowHeightOf([label, value], valueParts, text, look)))
  + sumOf(approvals.map(({ label, name, date }) => rowHeightOf([label, name, date], approvalParts, small, look)))
  + sumOf(foot.map((line) => textHeight(line, look.block.width, text, look)))

/** Half points: smaller where all of it would not stand on one page. */
const sizesFor = (cover: Cover, room: number, look: Look): Sizes => {
  const { heading1, text } = look.preset.sizes
  const sizes = [1, 0.86, 0.73, 0.6].map((step) => ({ text: halfPoints(Math.min(heading1, 16) * step), approvals: halfPoints(Math.min(text, 14) * step) }))
  return sizes.find((each) => heightBelow(cover, each, look) <= room) ?? sizes.at(-1) ?? { text: halfPoints(text), approvals: halfPoints(text) }
}

const tableOf = (rows: readonly (readonly TableCell[])[], widths: readonly number[], isRuled: boolean): Table => new Table({
  alignment: AlignmentType.CENTER, layout: TableLayoutType.FIXED, columnWidths: [...widths], width: { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
  ...(isRuled ? {} : { borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none } }),
  margins: { marginUnitType: WidthType.DXA, left: cellMargin, right: cellMargin },
  rows: rows.map((cells) => new TableRow({ cantSplit: true, height: { value: rowHeight, rule: HeightRule.ATLEAST }, children: [...cells] })),
})

const valuesTable = ({ values }: Cover, look: Look, size: number): Table => {
  const widths = valueParts.map((part) => Math.round(look.block.width * part))
  return tableOf(values.map(({ label, value }) => [cell(label, widths[0] ?? 0, 'both', false, size), cell(value, widths[1] ?? 0, 'center', true, size)]), widths, false)
}

const approvalsTable = ({ approvals }: Cover, look: Look, size: number): Table => {
  const widths = approvalParts.map((part) => Math.round(look.block.width * part))
  return tableOf(approvals.map((each) => [each.label, each.name, each.date].map((text, index) => cell(text, widths[index] ?? 0, 'center', undefined, size))), widths, true)
}

export const coverOf = (cover: Cover, { look, warnings }: Context): CoverPage => {
  const { preset: { sizes }, block } = look
  const title = legalLine(cover.title)
  const usual = sizes.title * 1.18
  const shown = titleSize(title, usual, look, 3)
  if (shown < Math.round(usual * 2) / 2) warnings.add('title_shortened', named(title))
  const lines = titleLines(title, shown, look)
  const room = block.height - lines.length * shown * 29.1 - twips(14)
  const { text: size, approvals } = sizesFor(cover, room, look)
  const free = Math.max(room - heightBelow(cover, { text: size, approvals }, look), 0)
  const children: XmlComponent[] = [
    ...spaces(free * 0.26),
    new Paragraph({ style: 'CoverTitle', spacing: { line: Math.round(shown * 29.1), lineRule: LineRuleType.EXACT }, children: textRuns(lines.join('\n'), { size: halfPoints(shown) }) }),
    ...(cover.subtitle === '' ? [] : [new Paragraph({ style: 'CoverText', spacing: { before: 160 }, children: [textRun(legalLine(cover.subtitle))] })]),
    ...spaces(free * 0.2),
    ...(cover.values.length > 0 ? [valuesTable(cover, look, size)] : []),
    ...spaces(free * 0.16),
    ...(cover.approvals.length > 0 ? [approvalsTable(cover, look, approvals)] : []),
    ...spaces(free * 0.38),
    ...(cover.foot.length > 0 ? cover.foot : ['']).map((text) => new Paragraph({ style: 'CoverText', children: [textRun(legalLine(text), { size })] })),
  ]
  return new CoverPage(children)
}
