/**
 * Draws what Lexical's own nodes do not: numbers of lists that begin elsewhere, captions of tables, what a head cell heads, and
 * the ids by which a place is found, the same as in the reading view.
 */
import { DOMRenderExtension, domOverride } from '@lexical/html'
import { $isListNode, ListItemNode, ListNode } from '@lexical/list'
import { TableCellHeaderStates, TableCellNode, TableNode } from '@lexical/table'
import { $getState, configExtension, defineExtension } from 'lexical'
import { $bodyId, keptState, listSchemeState, listStartState } from '../mapping/nodeState'
import { $isSectionHeadingNode } from '../nodes/SectionHeadingNode'
import { isCounted } from '../view/Caption'
import { blockNodes } from './blockIds'

const listStart = domOverride([ListNode], {
  $decorateDOM: (list, _previous, dom) => { dom.style.counterReset = list.getStart() === 1 ? '' : `item ${list.getStart() - 1}` },
})

const itemNumber = domOverride([ListItemNode], {
  $decorateDOM: (item, _previous, dom) => {
    const start = $getState(item, listStartState)
    dom.style.counterSet = start >= 0 ? `item ${start}` : ''
    const scheme = $getState(item, listSchemeState)
    if (scheme === '' || $isListNode(item.getFirstChild())) delete dom.dataset.scheme
    else dom.dataset.scheme = scheme
  },
})

const caption = (label: string) => domOverride([TableNode], {
  $decorateDOM: (table, _previous, dom) => {
    const { caption: text } = $getState(table, keptState)
    if (typeof text !== 'string' || text === '') return
    dom.dataset.caption = text
    if (isCounted(text)) dom.dataset.label = label
  },
})

/** A list that holds check boxes is a group to screen readers, not a list. */
const checkList = domOverride([ListNode], {
  $decorateDOM: (list, _previous, dom) => {
    if (list.getListType() === 'check') dom.setAttribute('role', 'group')
    else dom.removeAttribute('role')
  },
})

const nestedCheckItem = domOverride([ListItemNode], {
  $decorateDOM: (item, _previous, dom) => {
    const list = item.getParent()
    if ($isListNode(list) && list.getListType() === 'check' && $isListNode(item.getFirstChild())) dom.setAttribute('role', 'none')
  },
})

const scope = domOverride([TableCellNode], {
  $decorateDOM: (cell, _previous, dom) => {
    if (cell.getHeaderStyles() === TableCellHeaderStates.NO_STATUS) dom.removeAttribute('scope')
    else dom.setAttribute('scope', cell.getHeaderStyles() === TableCellHeaderStates.COLUMN ? 'row' : 'col')
  },
})

const elementIds = domOverride([...blockNodes], {
  $decorateDOM: (node, _previous, dom) => {
    const id = $bodyId(node)
    dom.id = id === '' ? '' : `${$isSectionHeadingNode(node) ? 'section' : 'block'}-${id}`
  },
})

export const drawingExtension = ({ tableLabel }: { tableLabel: string }) => defineExtension({
  name: 'lf/drawing',
  dependencies: [configExtension(DOMRenderExtension, { overrides: [listStart, itemNumber, checkList, nestedCheckItem, caption(tableLabel), scope, elementIds] })],
})
