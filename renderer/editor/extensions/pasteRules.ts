/** How pasted HTML becomes blocks of a body, beyond what Lexical's own rules do. */
import { BlockSchema, defineImportRule, sel } from '@lexical/html'
import { $isTableCellNode, TableCellHeaderStates } from '@lexical/table'
import { $createBlockAtomNode } from '../nodes/BlockAtomNode'
import { $createContainerNode } from '../nodes/ContainerNode'
import { $pendingOfSource } from '../pictures/insertPictures'
import { safeHref } from '../view/safeHref'

const picture = defineImportRule({
  name: 'lf/picture', match: sel.tag('img'),
  $import: (_context, element) => {
    const source = element.getAttribute('src') ?? ''
    return source === '' ? [] : [$pendingOfSource(source, element.getAttribute('alt') ?? '')]
  },
})

const divider = defineImportRule({ name: 'lf/divider', match: sel.tag('hr'), $import: () => [$createBlockAtomNode({ type: 'divider' })] })

const quote = defineImportRule({
  name: 'lf/quote', match: sel.tag('blockquote'),
  $import: (context, element) => [$createContainerNode({ type: 'quote' }).splice(0, 0, context.$importChildren(element, { schema: BlockSchema }))],
})

/** A head that says what it heads: `col` is the head of a column, which Lexical reads the other way round. */
const headerCell = defineImportRule({
  name: 'lf/header-cell', match: sel.tag('th'),
  $import: (_context, element, $next) => {
    const nodes = $next()
    const scope = element.getAttribute('scope')
    const state = scope === 'col' ? TableCellHeaderStates.ROW : scope === 'row' ? TableCellHeaderStates.COLUMN : undefined
    if (state !== undefined) for (const node of nodes) if ($isTableCellNode(node)) node.setHeaderStyles(state)
    return nodes
  },
})

/** A link that is none of ours to follow is pasted as its text. */
const unsafeLink = defineImportRule({
  name: 'lf/unsafe-link', match: sel.tag('a'),
  $import: (context, element, $next) => (safeHref(element.getAttribute('href') ?? '') ? $next() : context.$importChildren(element)),
})

/** What could run or only decorates has no place in a body. */
const ignored = defineImportRule({
  name: 'lf/ignored', match: sel.tag('iframe', 'object', 'embed', 'template', 'noscript', 'svg', 'button', 'select', 'textarea'), $import: () => [],
})

export const pasteRules = [picture, divider, quote, headerCell, unsafeLink, ignored]
