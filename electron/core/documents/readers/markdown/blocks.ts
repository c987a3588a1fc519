/** Markdown below its headings as blocks. */
import type { Blockquote, List, RootContent, Table } from 'mdast'
import type { Block } from '#shared/model/body/blocks'
import type { Inline } from '#shared/model/body/inlines'
import { newBlockId } from '#shared/model/ids'
import { readJsonMark, sectionDepth } from '../../writers/markdown/form'
import { deepest, type ReadContext } from './context'
import { citationOf, ItemSaid, readHtml } from './htmlBlocks'
import { parseHtml } from './hast'
import { plainText, readPhrasing } from './inlines'
import { linePieces } from './lines'

const paragraph = (inlines: Inline[]): Block => ({ type: 'paragraph', id: newBlockId(), inlines })

/** Words of GitHub and Obsidian for what stands out of a text. */
const toneOfWord: Readonly<Record<string, 'note' | 'tip' | 'warning' | 'danger'>> = {
  tip: 'tip', hint: 'tip', important: 'tip', success: 'tip', check: 'tip', done: 'tip',
  warning: 'warning', attention: 'warning', question: 'warning', help: 'warning', faq: 'warning',
  caution: 'danger', danger: 'danger', error: 'danger', bug: 'danger', failure: 'danger', fail: 'danger', missing: 'danger',
}

type Paragraph = Extract<RootContent, { type: 'paragraph' }>

/** Ours: a list item whose number stands in front of it. */
const labelledItem = (context: ReadContext, { children }: Paragraph): Block | undefined => {
  const [, mark] = children
  const said = context.isOwn && mark?.type === 'html' ? readJsonMark('item', mark.value) : undefined
  if (typeof said !== 'object' || said === null) return undefined
  const { data: item } = ItemSaid.safeParse({ ...said, type: 'listItem', id: newBlockId() })
  return item && { ...item, inlines: readPhrasing(context, children.slice(2)) }
}

const readParagraph = (context: ReadContext, node: Paragraph): Block[] => {
  const item = labelledItem(context, node)
  if (item) return [item]
  const inlines = readPhrasing(context, node.children)
  // Ours: a picture of its own is all that its paragraph holds; one in a line stands in HTML there.
  return context.isOwn && !(node.children.length === 1 && node.children[0]?.type === 'image') ? [paragraph(inlines)] : linePieces(inlines)
}

const deepestLevel = 8

const readList = (context: ReadContext, { ordered, start, children }: List, level: number, depth: number): Block[] => children.flatMap(({ checked, children: inside }, index): Block[] => {
  const [first, ...rest] = inside
  const line = first?.type === 'paragraph' ? readPhrasing(context, first.children) : []
  const item = { type: 'listItem' as const, id: newBlockId(), level: Math.min(level, deepestLevel), inlines: line }
  const own: Block = typeof checked === 'boolean' ? { ...item, list: 'check', ...checked ? { checked } : {} }
    : ordered ? { ...item, list: 'number', start: Math.min((start ?? 1) + index, Number.MAX_SAFE_INTEGER) } : { ...item, list: 'bullet' }
  return [own, ...(first?.type === 'paragraph' ? rest : inside).flatMap((child) => (child.type === 'list' && depth <= deepest ? readList(context, child, level + 1, depth + 1) : readNodes(context, [child], depth + 1)))]
})

const readTable = (context: ReadContext, { children }: Table): Block => ({
  type: 'table', id: newBlockId(),
  rows: children.map(({ children: cells }, row) => ({
    cells: cells.map((cell) => {
      const inlines = readPhrasing(context, cell.children)
      return { ...row === 0 ? { header: 'column' as const } : {}, blocks: context.isOwn && inlines.length > 0 ? [paragraph(inlines)] : linePieces(inlines) }
    }),
  })),
})

const calloutStart = /^\[!([A-Za-z]+)\][+-]?[ \t]*([^\n]*)(?:\n|$)/

const readQuote = (context: ReadContext, { children }: Blockquote, depth: number): Block => {
  const [first] = children
  const [opening] = first?.type === 'paragraph' ? first.children : []
  const callout = opening?.type === 'text' ? calloutStart.exec(opening.value) : null
  if (first?.type === 'paragraph' && opening?.type === 'text' && callout) {
    const rest = opening.value.slice(callout[0].length)
    const line = readPhrasing(context, [...rest === '' ? [] : [{ ...opening, value: rest }], ...first.children.slice(1)].filter((node, index) => index > 0 || node.type !== 'break'))
    const title = callout[2]?.trim() ?? ''
    const blocks = [...title === '' ? [] : [paragraph([{ type: 'text', text: title, marks: ['bold'] }])], ...line.length === 0 ? [] : [paragraph(line)], ...readNodes(context, children.slice(1), depth + 1)]
    return { type: 'callout', id: newBlockId(), tone: toneOfWord[callout[1]?.toLowerCase() ?? ''] ?? 'note', blocks }
  }
  const last = children.at(-1)
  const citation = context.isOwn && last?.type === 'html' ? citationOf(parseHtml(last.value)) : undefined
  return { type: 'quote', id: newBlockId(), ...citation ? { citation } : {}, blocks: readNodes(context, citation ? children.slice(0, -1) : children, depth + 1) }
}

const codeLines = (value: string): Inline[] =>
  value.split('\n').flatMap((line, index): Inline[] => [...index > 0 ? [{ type: 'break' as const }] : [], ...line === '' ? [] : [{ type: 'text' as const, text: line, marks: ['code'] }]])

const readNode = (context: ReadContext, node: RootContent, depth: number): Block[] => {
  switch (node.type) {
    case 'paragraph': return readParagraph(context, node)
    case 'heading': return [{ type: 'heading', id: newBlockId(), level: Math.min(Math.max(node.depth - sectionDepth, 1), 5), inlines: readPhrasing(context, node.children) }]
    case 'list': return readList(context, node, 0, depth)
    case 'blockquote': return [readQuote(context, node, depth)]
    case 'table': return [readTable(context, node)]
    case 'thematicBreak': return [{ type: 'divider', id: newBlockId() }]
    case 'code': return node.value === '' ? [] : [paragraph(codeLines(node.value))]
    case 'html': return readHtml(context, node.value)
    default: return []
  }
}

/** What is nested deeper than anybody writes is read as its text. */
export const readNodes = (context: ReadContext, nodes: readonly RootContent[], depth = 0): Block[] =>
  nodes.flatMap((node) => (depth > deepest ? linePieces([{ type: 'text', text: plainText(node) }]) : readNode(context, node, depth)))

