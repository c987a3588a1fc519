/** The table of contents: a field of Word's own with its entries written in, so that it is neither empty nor in need of being updated. */
import { Paragraph, TableOfContents } from 'docx'
import { isKnownBlock } from '#shared/model/body/blocks'
import { inlineText } from '#shared/model/body/walk'
import { chineseMark } from '../../plan/headingNumbers'
import { emsOf } from '../../plan/measure'
import type { DocumentPart } from '../../plan/plan'
import type { Context } from './context'
import type { Look } from './look'
import { headingLevelCount } from './numbering'
import { legalLine, textRun } from './runs'

export const contentsOf = ({ title, depth }: Extract<DocumentPart, { kind: 'contents' }>, { warnings }: Pick<Context, 'warnings'>): (Paragraph | TableOfContents)[] => {
  // Only Word knows its pages, and asking it to count when it opens the file makes it ask the recipient first.
  warnings.add('contents_reckoned', '')
  return [
    new Paragraph({ style: 'ContentsTitle', children: [textRun(legalLine(title))] }),
    new TableOfContents(legalLine(title), { hyperlink: true, headingStyleRange: `1-${depth}` }),
  ]
}

interface Heading { level: number; title: string; isNumbered: boolean }

const headingsOf = (part: DocumentPart): Heading[] => {
  if (part.kind === 'head') return part.level === 0 ? [] : [{ level: part.level, title: part.title, isNumbered: true }]
  if (part.kind !== 'section') return []
  const { level, title, isNumbered, blocks } = part
  return [
    ...(title === '' ? [] : [{ level, title, isNumbered }]),
    ...blocks.flatMap((block) => (isKnownBlock(block) && block.type === 'heading' ? [{ level: level + block.level, title: inlineText(block.inlines), isNumbered }] : [])),
  ]
}

/** Ems of each entry, with its number in front. */
const entriesOf = (parts: readonly DocumentPart[], depth: number, { preset: { numbers } }: Look): { level: number; ems: number }[] => {
  const counts = Array.from({ length: headingLevelCount }, () => 0)
  return parts.flatMap(headingsOf).filter(({ level }) => level <= headingLevelCount).flatMap(({ level, title, isNumbered }) => {
    if (isNumbered) {
      counts[level - 1] = (counts[level - 1] ?? 0) + 1
      counts.fill(0, level)
    }
    const number = !isNumbered || numbers === 'none' ? '' : numbers === 'chinese' ? chineseMark(level, counts[level - 1] ?? 0) : counts.slice(0, level).join('.')
    return level > depth ? [] : [{ level, ems: emsOf(`${number.trim()} ${legalLine(title)}`) }]
  })
}

/** Ems that a page number takes with the least of dots in front of it. */
const pageEms = 2.8

/** Half points: a little smaller than its style where an entry would just fill its line, so that no page number stands alone on the next. */
export const entrySize = (parts: readonly DocumentPart[], look: Look): number => {
  const depth = parts.find((part) => part.kind === 'contents')?.depth ?? 0
  const entries = entriesOf(parts, depth, look)
  const aloneAt = (size: number): number => entries.filter(({ level, ems }) => {
    const width = (look.block.width - (level - 1) * look.small * 10) / (size * 10)
    return ems % width > width - pageEms
  }).length
  return [1, 2, 3, 4].map((less) => look.small - less).reduce((best, size) => (aloneAt(size) < aloneAt(best) ? size : best), look.small)
}
