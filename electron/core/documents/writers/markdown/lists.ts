/** Rows of list items as lists of Markdown, or, where Markdown has no such list, as lines with their numbers in front. */
import type { List, ListItem, Paragraph } from 'mdast'
import type { Block, ListItemBlock } from '#shared/model/body/blocks'
import type { WriteContext } from './context'
import { itemMark } from './form'
import { itemLabels } from './itemLabels'
import { beginsWithWords, phrasing } from './phrasing'

const isPlain = (item: ListItemBlock): boolean =>
  item.align === undefined && item.indent === undefined && item.scheme === undefined && beginsWithWords(item.inlines) && (item.start ?? 0) < 1e9

/** Each level is there before a deeper one, and nothing needs more than a number. */
const isMarkdown = (items: readonly ListItemBlock[]): boolean =>
  items.every((item, index) => isPlain(item) && item.level <= (index === 0 ? 0 : (items[index - 1]?.level ?? 0) + 1))

const itemNode = (context: WriteContext, item: ListItemBlock): ListItem => ({
  type: 'listItem', spread: false, ...item.list === 'check' ? { checked: item.checked ?? false } : {},
  children: [{ type: 'paragraph', children: phrasing(context, item.inlines, false) }],
})

const isOrdered = ({ list }: ListItemBlock): boolean => list === 'number'

/** A number that begins anew begins another list. */
const listNodes = (context: WriteContext, items: readonly ListItemBlock[], level: number): List[] => {
  const lists: List[] = []
  items.forEach((item, index) => {
    if (item.level !== level) return
    const end = items.findIndex((other, at) => at > index && other.level <= level)
    const node = itemNode(context, item)
    node.children.push(...listNodes(context, items.slice(index + 1, end === -1 ? items.length : end), level + 1))
    const last = lists.at(-1)
    if (last?.ordered === isOrdered(item) && item.start === undefined) last.children.push(node)
    else lists.push({ type: 'list', ordered: isOrdered(item), spread: false, ...isOrdered(item) ? { start: item.start ?? 1 } : {}, children: [node] })
  })
  return lists
}

const labelled = (context: WriteContext, item: ListItemBlock, label: string): Paragraph => {
  const { list, level, start, checked, scheme, align, indent } = item
  return { type: 'paragraph', children: [{ type: 'text', value: label }, { type: 'html', value: itemMark({ list, level, start, checked, scheme, align, indent }) }, ...phrasing(context, item.inlines, false)] }
}

export const listRow = (context: WriteContext, items: readonly ListItemBlock[]): (List | Paragraph)[] => {
  if (isMarkdown(items)) return listNodes(context, items, 0)
  const row: readonly Block[] = items
  const labels = itemLabels(row)
  return items.map((item, index) => labelled(context, item, labels[index] ?? ''))
}
