import { $generateNodesFromSerializedNodes, $insertGeneratedNodes } from '@lexical/clipboard'
import { buildEditorFromExtensions } from '@lexical/extension'
import { $insertList } from '@lexical/list'
import { TableNode } from '@lexical/table'
import { $createParagraphNode, $getRoot, $getSelection, $isElementNode, $isRangeSelection, $isTextNode, $nodesOfType, defineExtension, INDENT_CONTENT_COMMAND, type LexicalEditor } from 'lexical'
import { describe, expect, it } from 'vitest'
import { Block } from '#shared/model/body/blocks'
import { Body } from '#shared/model/body/body'
import { placedBlocks } from '#shared/model/body/walk'
import { bodyTheme } from '../bodyTheme'
import { $readBody, $writeBody } from '../mapping/body'
import { $createInlineAtomNode } from '../nodes/InlineAtomNode'
import { $isSectionHeadingNode } from '../nodes/SectionHeadingNode'
import { $insertTable } from '../tables/tableActions'
import { PendingPictureNode } from '../nodes/PendingPictureNode'
import { $insertPictures, $settlePicture } from '../pictures/insertPictures'
import { $insertDivider, $setBlockKind } from '../toolbar/blockActions'
import { BodyNodesExtension } from './bodyNodes'
import { $toggleQuote, ContainersExtension } from './containers'

const paragraph = (id: string, text: string, extra: object = {}) => ({ type: 'paragraph', id, inlines: text === '' ? [] : [{ type: 'text', text }], ...extra })
const item = (id: string, list: string, level: number, extra: object = {}) => ({ type: 'listItem', id, list, level, inlines: [{ type: 'text', text: id }], ...extra })

const twoSections = Body.parse({
  version: 1, preamble: [],
  sections: [
    { id: 's1', key: 'measures', title: '主要做法', blocks: [paragraph('p1', '两人分离核对')] },
    { id: 's2', key: 'results', title: '成效', blocks: [paragraph('p2', '差错下降')], note: '新版字段' },
  ],
})

const open = (body: Body): LexicalEditor => {
  const editor = buildEditorFromExtensions(defineExtension({
    name: 'test', theme: bodyTheme, nodes: () => [PendingPictureNode], dependencies: [BodyNodesExtension, ContainersExtension], onError: (error) => { throw error },
    $initialEditorState: null,
  }))
  editor.update(() => { $writeBody(body) }, { discrete: true })
  return editor
}

const edit = (editor: LexicalEditor, change: () => void): Body => {
  editor.update(change, { discrete: true })
  return editor.getEditorState().read(() => $readBody())
}

const $text = (text: string) => {
  const node = $getRoot().getAllTextNodes().find((candidate) => candidate.getTextContent() === text)
  if (!node) throw new Error(`no text ${text}`)
  return node
}

const $selection = () => {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) throw new Error('no selection')
  return selection
}

const ids = (body: Body): string[] => [...body.sections.map((section) => section.id), ...[...placedBlocks(body)].map(({ block }) => block.id)]

describe('sections', () => {
  it('joins a section to the one before when its heading is deleted', () => {
    const body = edit(open(twoSections), () => { $getRoot().getChildren().filter($isSectionHeadingNode)[1]?.remove() })
    expect(body.sections).toEqual([{ ...twoSections.sections[0], blocks: [paragraph('p1', '两人分离核对'), paragraph('p2', '差错下降')] }])
  })

  it('joins a heading to the line before on Backspace at its start', () => {
    const body = edit(open(twoSections), () => { $text('成效').select(0, 0); $selection().deleteCharacter(true) })
    expect(body.sections).toHaveLength(1)
    expect(body.sections[0]?.blocks.map((block) => 'inlines' in block ? block.inlines : [])).toEqual([
      [{ type: 'text', text: '两人分离核对成效' }], [{ type: 'text', text: '差错下降' }],
    ])
  })

  it('makes the caret’s line a section heading', () => {
    const body = edit(open(twoSections), () => { $text('差错下降').select(0, 0); $setBlockKind('section') })
    expect(body.sections.map(({ title, key }) => [title, key])).toEqual([['主要做法', 'measures'], ['成效', 'results'], ['差错下降', null]])
  })

  it('moves what a title can’t hold below it', () => {
    const footnote = { type: 'footnote', id: 'f1', inlines: [] } as const
    const body = edit(open(twoSections), () => { $text('成效').insertAfter($createInlineAtomNode(footnote)) })
    expect(body.sections[1]).toMatchObject({ id: 's2', title: '成效', note: '新版字段', blocks: [{ type: 'paragraph', inlines: [footnote] }, { id: 'p2' }] })
  })

  it('keeps an empty section empty until something is written into it', () => {
    const empty = Body.parse({ version: 1, preamble: [], sections: [{ id: 's1', key: null, title: '启示', blocks: [] }] })
    const editor = open(empty)
    expect(editor.getEditorState().read(() => $readBody())).toEqual(empty)
    const body = edit(editor, () => { $getRoot().selectEnd().insertText('写下') })
    expect(body.sections[0]?.blocks).toMatchObject([{ type: 'paragraph', inlines: [{ type: 'text', text: '写下' }] }])
  })
})

describe('block ids', () => {
  it('leaves the first half of a split paragraph its id and gives the second a new one', () => {
    const body = edit(open(twoSections), () => { $text('两人分离核对').select(2, 2); $selection().insertParagraph() })
    const [first, second] = body.sections[0]?.blocks ?? []
    expect(first?.id).toBe('p1')
    expect(second?.id).toMatch(/^[0-9a-f]{12}$/)
  })

  it('keeps the id and the unknown keys of a line that only changes its kind', () => {
    const body = Body.parse({ version: 1, preamble: [paragraph('p1', '核对', { rating: 5 })], sections: [] })
    const asHeading = edit(open(body), () => { $text('核对').select(); $setBlockKind('heading2') })
    expect(asHeading.preamble).toMatchObject([{ type: 'heading', id: 'p1', rating: 5, level: 2 }])
    const asItem = edit(open(body), () => { $text('核对').select(); $insertList('number') })
    expect(asItem.preamble).toMatchObject([{ type: 'listItem', id: 'p1', rating: 5, list: 'number' }])
  })

  it('gives pasted blocks new ids, wherever they are pasted', () => {
    const editor = open(twoSections)
    const { root } = editor.getEditorState().toJSON()
    const body = edit(editor, () => {
      const selection = $getRoot().selectStart()
      $insertGeneratedNodes(editor, $generateNodesFromSerializedNodes(root.children), selection)
    })
    expect(new Set(ids(body)).size).toBe(ids(body).length)
    expect(body.sections.at(-1)).toEqual(twoSections.sections[1])
  })

  it('renews an id that a body has twice: the first keeps it', () => {
    const twice = Body.parse({ version: 1, preamble: [paragraph('same', '一'), paragraph('same', '二')], sections: [] })
    const [first, second] = open(twice).getEditorState().read(() => $readBody()).preamble
    expect(first?.id).toBe('same')
    expect(second?.id).not.toBe('same')
  })
})

describe('lists', () => {
  const blocks = [
    item('a', 'number', 0), item('b', 'bullet', 1), item('c', 'number', 0), item('d', 'number', 0, { start: 7 }), item('e', 'check', 0, { checked: true }),
    item('f', 'bullet', 2),
  ].map((block) => Block.parse(block))
  const body: Body = { version: 1, preamble: blocks, sections: [] }

  it('nests by level and begins another list where the kind changes', () => {
    const shapes = open(body).getEditorState().read(() => $getRoot().getChildren().map((node) => [node.getType(), $isElementNode(node) ? node.getChildrenSize() : 0]))
    expect(shapes).toEqual([['list', 4], ['list', 2]])
  })

  it('reads a nested item back as one level deeper', () => {
    const editor = open(body)
    editor.update(() => { $text('c').select(0, 0) }, { discrete: true })
    const read = edit(editor, () => { editor.dispatchCommand(INDENT_CONTENT_COMMAND, undefined) })
    expect(read.preamble.map((block) => [block.id, 'level' in block && block.level])).toEqual([['a', 0], ['b', 1], ['c', 1], ['d', 0], ['e', 0], ['f', 2]])
  })

  it('numbers on behind a paragraph that comes into the middle of a list', () => {
    const three: Body = { version: 1, preamble: ['a', 'b', 'c'].map((id) => Block.parse(item(id, 'number', 0))), sections: [] }
    const read = edit(open(three), () => { $text('b').getParentOrThrow().insertAfter($createParagraphNode()) })
    expect(read.preamble).toMatchObject([{ id: 'a', list: 'number' }, { id: 'b' }, { type: 'paragraph' }, { id: 'c', list: 'number', start: 3 }])
  })
})

describe('writing on behind what was put in', () => {
  const picture = (name: string): File => new File([], name, { type: 'image/png' })
  const stored = { sha256: 'a'.repeat(64), name: '一.png', size: 1, mediaType: 'image/png' }
  const $settleAll = (): void => { for (const pending of $nodesOfType(PendingPictureNode)) $settlePicture(pending, stored, { width: 200, height: 100 }) }
  const three = Body.parse({ ...twoSections, sections: [{ ...twoSections.sections[0], blocks: [paragraph('p1', '两人分离核对'), paragraph('p3', '逐项复诵')] }, twoSections.sections[1]] })
  const shapes = (body: Body): unknown[][] => body.sections.map(({ title, blocks }) => [title, ...blocks.map((block) => ('inlines' in block ? JSON.stringify(block.inlines).replace(/^.*"text":"(.*)".*$/, '$1') : block.type))])

  it.each([
    ['one picture', 1, 'image', () => { $insertPictures([picture('一.png')]) }],
    ['several pictures', 3, 'image', () => { $insertPictures(['一.png', '二.png', '三.png'].map(picture)) }],
    ['a divider', 1, 'divider', $insertDivider],
  ] as const)('keeps what is typed behind %s in a line of its own, before the next section as in the midst of one', (_what, count, type, $put) => {
    const put = (text: string, from: number): unknown[][] => {
      const editor = open(three)
      edit(editor, () => { $text(text).select(from, from); $put() })
      edit(editor, () => { $selection().insertText('写在后面') })
      return shapes(edit(editor, $settleAll))
    }
    const there = Array<string>(count).fill(type)
    const next = ['成效', '差错下降']
    expect(put('逐项复诵', 4)).toEqual([['主要做法', '两人分离核对', '逐项复诵', ...there, '写在后面'], next])
    expect(put('两人分离核对', 6)).toEqual([['主要做法', '两人分离核对', ...there, '写在后面', '逐项复诵'], next])
    expect(put('两人分离核对', 4)).toEqual([['主要做法', '两人分离', ...there, '写在后面核对', '逐项复诵'], next])
    expect(put('主要做法', 4)).toEqual([['主要做法', ...there, '写在后面', '两人分离核对', '逐项复诵'], next])
  })

  it('takes a caret that waits beside a picture behind it when that arrives', () => {
    const editor = open(three)
    edit(editor, () => { $text('逐项复诵').select(4, 4); $insertPictures([picture('一.png')]) })
    edit(editor, () => { $nodesOfType(PendingPictureNode)[0]?.getParentOrThrow().selectEnd() })
    edit(editor, $settleAll)
    expect(shapes(edit(editor, () => { $selection().insertText('写在后面') }))[0]).toEqual(['主要做法', '两人分离核对', '逐项复诵', 'image', '写在后面'])
  })

  it('leaves a line between a new table and the next section', () => {
    const editor = open(three)
    edit(editor, () => { $text('逐项复诵').select(4, 4); $insertTable(2, 2) })
    const read = edit(editor, () => { $nodesOfType(TableNode)[0]?.selectNext(0, 0); $selection().insertText('写在后面') })
    expect(shapes(read)).toEqual([['主要做法', '两人分离核对', '逐项复诵', 'table', '写在后面'], ['成效', '差错下降']])
  })
})

describe('tables, quotes and text', () => {
  it('heads the columns of a new table with its first row', () => {
    const body = edit(open(twoSections), () => { $text('差错下降').select(); $insertTable(2, 2) })
    const table = body.sections[1]?.blocks.find((block) => block.type === 'table')
    expect(table).toMatchObject({ rows: [{ cells: [{ header: 'column' }, { header: 'column' }] }, { cells: [{}, {}] }] })
    expect(JSON.stringify(table).match(/header/g)).toHaveLength(2)
  })

  it('puts the selected lines into a quote and out again', () => {
    const editor = open(twoSections)
    const quoted = edit(editor, () => { $text('差错下降').select(); $toggleQuote() })
    expect(quoted.sections[1]?.blocks[0]).toMatchObject({ type: 'quote', blocks: [paragraph('p2', '差错下降')] })
    const back = edit(editor, $toggleQuote)
    expect(back.sections[1]?.blocks[0]).toEqual(paragraph('p2', '差错下降'))
  })

  it('keeps unknown marks and keys on both halves of a text that is split', () => {
    const body = Body.parse({ version: 1, preamble: [{ ...paragraph('p1', ''), inlines: [{ type: 'text', text: '一二三四', marks: ['tracked'], by: '甲' }] }], sections: [] })
    const read = edit(open(body), () => { const [, second] = $text('一二三四').splitText(2); if ($isTextNode(second)) second.toggleFormat('bold') })
    expect(read.preamble).toMatchObject([{ inlines: [
      { text: '一二', marks: ['tracked'], by: '甲' }, { text: '三四', marks: ['bold', 'tracked'], by: '甲' },
    ] }])
  })
})
