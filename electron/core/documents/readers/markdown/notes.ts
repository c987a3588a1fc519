/** Markdown of other programs (Obsidian, SiYuan, Joplin, anybody's) as a document: headings become sections as those of a Word file do. */
import { basename, extname } from 'node:path'
import type { RootContent } from 'mdast'
import { isKnownBlock, type Block } from '#shared/model/body/blocks'
import { isKnownInline, type Inline } from '#shared/model/body/inlines'
import { inlineText } from '#shared/model/body/walk'
import { toPartialDate } from '#shared/model/toPartialDate'
import { titleLimit } from '#shared/model/record'
import type { LibraryType } from '#shared/model/recordTypes'
import { keptBody } from '../../writers/markdown/keptBody'
import type { ReadDocument } from '../readDocument'
import { bodyTextLevel, type Line, type Piece } from '../structure/piece'
import { structureDocument } from '../structure/structureDocument'
import { readNodes } from './blocks'
import type { ReadContext } from './context'
import { readPhrasing } from './inlines'
import type { ParsedMarkdown } from './parse'

const line = (inlines: Inline[], more: Partial<Line>): Line => {
  const words = inlines.filter((inline) => inline.type !== 'image' && inline.type !== 'footnote')
  const texts = words.filter((inline) => isKnownInline(inline) && inline.type === 'text')
  return {
    kind: 'line', inlines, text: inlineText(words).trim(), align: undefined, number: undefined, styleName: '', outline: undefined,
    bold: texts.length > 0 && texts.every(({ marks }) => Array.isArray(marks) && marks.includes('bold')), headingFace: false, size: 12, boxed: false, contents: false, keepNext: false, section: undefined, ...more,
  }
}

const pieceOf = (block: Block, outline: number | undefined): Piece =>
  (isKnownBlock(block) && block.type === 'paragraph' ? line(block.inlines, { outline, ...block.align ? { align: block.align } : {} }) : { kind: 'block', block })

type Said = Readonly<Record<string, unknown>>

const textIn = (said: Said, ...keys: string[]): string => {
  const value = keys.map((key) => said[key]).find((each) => typeof each === 'string' || typeof each === 'number')
  return value === undefined ? '' : String(value).trim()
}

const textsIn = (said: Said, ...keys: string[]): string[] => {
  const value = keys.map((key) => said[key]).find((each) => each !== undefined && each !== null)
  const all: unknown[] = Array.isArray(value) ? value : typeof value === 'string' ? value.split(/[,，、;；]/) : []
  return [...new Set(all.flatMap((each) => (typeof each === 'string' || typeof each === 'number' ? [String(each).replace(/^#/, '').trim()] : [])).filter((each) => each !== ''))]
}

/** The day of a time too. */
const dayOf = (text: string): string | undefined => toPartialDate(/^\d{4}-\d{2}-\d{2}(?=[T ])/.exec(text)?.[0] ?? text)

/** The only heading of the highest level, where it comes first, is the title. */
const titleNode = (nodes: readonly RootContent[]): RootContent | undefined => {
  const highest = nodes.filter((node) => node.type === 'heading' && node.depth === 1)
  const first = nodes.find(({ type }) => type === 'heading')
  return highest.length === 1 && highest[0] === first ? first : undefined
}

export const readNotes = (context: ReadContext, { root, said = {} }: ParsedMarkdown, type: LibraryType, path: string): Omit<ReadDocument, 'pictures' | 'counts'> => {
  const nodes = root.children.filter((node) => node.type !== 'yaml' && node.type !== 'definition' && node.type !== 'footnoteDefinition')
  const heading = titleNode(nodes)
  const headingText = heading?.type === 'heading' ? inlineText(readPhrasing(context, heading.children)) : ''
  const fileName = basename(path, extname(path)).trim()
  const title = (textIn(said, 'title', '标题') || headingText || fileName).replaceAll(/\s+/g, ' ').trim().slice(0, titleLimit)
  const rest = nodes.filter((node) => node !== heading)
  const outline = rest.some((node) => node.type === 'heading') ? bodyTextLevel : undefined
  const pieces = rest.flatMap((node): Piece[] => (node.type === 'heading'
    ? [line(readPhrasing(context, node.children), { outline: node.depth - 1 })] : readNodes(context, [node]).map((block) => pieceOf(block, outline))))
  const read = structureDocument([line([{ type: 'text', text: title.slice(0, 50) }], { styleName: 'Title' }), ...pieces], type, path)
  const authors = textsIn(said, 'authors', 'author', '作者')
  const date = dayOf(textIn(said, 'date', '日期', 'created', 'created_at')) ?? read.date
  return {
    ...read, title, body: keptBody(read.body), date, ...authors.length > 0 ? { authors } : {}, tags: textsIn(said, 'tags', 'tag', '标签'),
    summary: textIn(said, 'summary', 'description', '摘要') || read.summary, unit: textIn(said, 'unit', '单位') || read.unit, team: textIn(said, 'team', '班组') || read.team,
    field: textIn(said, 'field', '专业') || read.field, place: textIn(said, 'place', '地点') || read.place,
    warnings: [...heading || textIn(said, 'title', '标题') ? [] : [{ code: 'title_from_file_name' as const, count: 1, detail: basename(path) }], ...read.warnings.filter(({ code }) => code !== 'title_from_file_name')],
  }
}
