/** Draws what Lexical's own nodes do not: numbers of lists that begin elsewhere, captions of tables, what a head cell heads. */
import { DOMRenderExtension, domOverride } from '@lexical/html'
import { ListItemNode, ListNode } from '@lexical/list'
import { TableCellHeaderStates, TableCellNode, TableNode } from '@lexical/table'
import { $getState, configExtension, defineExtension } from 'lexical'
import { keptState, listStartState } from '../mapping/nodeState'
import { isCounted } from '../view/Caption'

const listStart = domOverride([ListNode], {
  $decorateDOM: (list, _previous, dom) => { dom.style.counterReset = list.getStart() === 1 ? '' : `item ${list.getStart() - 1}` },
})

const itemStart = domOverride([ListItemNode], {
  $decorateDOM: (item, _previous, dom) => {
    const start = $getState(item, listStartState)
    dom.style.counterSet = start >= 0 ? `item ${start}` : ''
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

const scope = domOverride([TableCellNode], {
  $decorateDOM: (cell, _previous, dom) => {
    if (cell.getHeaderStyles() === TableCellHeaderStates.NO_STATUS) dom.removeAttribute('scope')
    else dom.setAttribute('scope', cell.getHeaderStyles() === TableCellHeaderStates.COLUMN ? 'row' : 'col')
  },
})

export const drawingExtension = ({ tableLabel }: { tableLabel: string }) => defineExtension({
  name: 'lf/drawing',
  dependencies: [configExtension(DOMRenderExtension, { overrides: [listStart, itemStart, caption(tableLabel), scope] })],
})
