/** The title of a record and what stands below it; and the headings of sections. */
import { AlignmentType, Bookmark, LineRuleType, Paragraph, type IParagraphOptions, type Table } from 'docx'
import { textWidth } from '#shared/model/slides/measure'
import type { DocumentPart } from '../../plan/plan'
import type { Context } from './context'
import { halfPoints } from './look'
import { headingLevelCount } from './numbering'
import { legalLine, legalText, textRun, textRuns } from './runs'
import { titleLines, titleSize } from './titleSize'

type Head = Extract<DocumentPart, { kind: 'head' }>
type Section = Extract<DocumentPart, { kind: 'section' }>

const middle: Pick<IParagraphOptions, 'alignment' | 'indent'> = { alignment: AlignmentType.CENTER, indent: { left: 0, right: 0, firstLine: 0, firstLineChars: 0 } }

/** The longest usual number in front of a chapter. */
const longNumber = '十一、'

export const headingStyle = (level: number): string => `Heading${Math.min(Math.max(level, 1), headingLevelCount)}`

/** As much of a title as tells which one it is. */
export const named = (title: string): string => { const shown = [...title]; return shown.length > 24 ? `${shown.slice(0, 24).join('')}…` : title }

/** Smaller where it would run on for more lines than that; undefined where it is as its style says. */
const stepped = (title: string, size: number, maxLines: number, { look, warnings }: Context): number | undefined => {
  const shown = titleSize(title, size, look, maxLines)
  if (shown >= size) return undefined
  warnings.add('title_shortened', named(title))
  return shown
}

const writeTitle = (text: string, context: Context): Paragraph => {
  const title = legalLine(text)
  const usual = context.look.preset.sizes.title
  const size = stepped(title, usual, 3, context)
  return new Paragraph({
    style: 'Title', ...middle, ...(size === undefined ? {} : { spacing: { line: Math.round(size * 29.1), lineRule: LineRuleType.EXACT } }),
    children: textRuns(titleLines(title, size ?? usual, context.look).join('\n'), size === undefined ? {} : { size: halfPoints(size) }),
  })
}

/** A record that begins a page in a document of many has its title in the middle, as a chapter has. */
const writeChapter = (head: Head, context: Context): Paragraph => {
  const { faces, sizes } = context.look.preset
  const title = legalLine(head.title)
  const usual = head.newPage ? (sizes.title + sizes.heading1) / 2 : sizes.heading1
  const size = stepped(title, usual, 3, context) ?? usual
  const run = head.newPage ? { font: context.look.face(faces.title), size: halfPoints(size) } : size === usual ? {} : { size: halfPoints(size) }
  const layout: Pick<IParagraphOptions, 'alignment' | 'indent' | 'spacing'> = head.newPage
    ? { ...middle, spacing: { line: Math.round(size * 29.1), lineRule: LineRuleType.EXACT, after: 160 } } : {}
  const lines = head.newPage ? titleLines(title, size, context.look, context.look.preset.numbers === 'none' ? '' : longNumber) : [title]
  return new Paragraph({ style: headingStyle(head.level), pageBreakBefore: head.newPage, ...layout, run, children: textRuns(lines.join('\n'), run) })
}

/** What stands between two facts in one line. */
const factGap = '　'

/** A line of facts where it fits the page, else in lines that break between facts alone. */
const dataLines = (text: string, { look }: Context, isCentred: boolean): string[] => {
  const line = legalLine(text)
  const room = (look.block.width - (isCentred ? 0 : look.firstLine.firstLine)) / 20
  const fits = (all: string): boolean => textWidth(all, look.small / 2) <= room
  if (fits(line)) return [line]
  return line.split(/　+/).reduce<string[]>((lines, fact) => {
    const last = lines.at(-1)
    if (last !== undefined && fits(`${last}${factGap}${fact}`)) lines[lines.length - 1] = `${last}${factGap}${fact}`
    else lines.push(fact)
    return lines
  }, [])
}

/** `form`: the fields of its type and library, written, or nothing. */
export const headOf = (head: Head, context: Context, form: readonly (Paragraph | Table)[]): (Paragraph | Table)[] => {
  const { labels } = context
  const isCentred = head.level === 0 || head.newPage
  return [
    head.level === 0 ? writeTitle(head.title, context) : writeChapter(head, context),
    ...head.data.flatMap((text) => dataLines(text, context, isCentred)).map((text) => new Paragraph({ style: 'RecordData', ...(isCentred ? {} : { alignment: AlignmentType.LEFT, indent: context.look.firstLine }), children: [textRun(text)] })),
    ...(head.summary === '' ? [] : [new Paragraph({ style: 'Abstract', children: [textRun(`${labels.summary}${labels.colon}`, { bold: true }), ...textRuns(legalText(head.summary))] })]),
    new Paragraph({ style: 'RecordData' }),
    ...form,
  ]
}

/** Under a hidden bookmark that names the section's key, by which our own reader knows it again whatever its title. `index` counts from 0. */
export const sectionHeading = ({ key, title, level, isNumbered, newPage }: Section, index: number, context: Context): Paragraph => {
  const id = key !== null && /^\w{1,24}$/.test(key) ? `_section_${index + 1}_${key}` : `_section_${index + 1}`
  const text = legalLine(title)
  const { sizes } = context.look.preset
  const size = stepped(text, [sizes.heading1, sizes.heading2, sizes.heading3][level - 1] ?? sizes.text, 4, context)
  const run = size === undefined ? {} : { size: halfPoints(size) }
  return new Paragraph({
    style: headingStyle(level), pageBreakBefore: newPage, run, ...(isNumbered || context.look.preset.numbers === 'none' ? {} : { numbering: false }),
    children: [new Bookmark({ id, children: [textRun(text, run)] })],
  })
}

/** What stands under a heading where nothing does, in a style that our reader leaves out. */
export const emptySection = ({ labels }: Context): Paragraph => new Paragraph({ style: 'SectionNone', children: [textRun(labels.none)] })
