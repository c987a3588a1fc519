import { buildEditorFromExtensions } from '@lexical/extension'
import { HistoryExtension } from '@lexical/history'
import { $insertList } from '@lexical/list'
import fc from 'fast-check'
import {
  $getRoot, $getSelection, $isRangeSelection, $nodesOfType, $setSelection, configExtension, defineExtension, INDENT_CONTENT_COMMAND, INSERT_PARAGRAPH_COMMAND, OUTDENT_CONTENT_COMMAND, REDO_COMMAND, UNDO_COMMAND, type LexicalEditor,
} from 'lexical'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Body } from '#shared/model/body/body'
import { normaliseBody } from '#shared/model/body/normalise'
import { isKnownInline } from '#shared/model/body/inlines'
import { inlineText, placedBlocks } from '#shared/model/body/walk'
import { isSameJson } from '#shared/model/sameJson'
import { countText } from '#shared/text/wordCount'
import { bodyTheme } from '../bodyTheme'
import { createTextCounter } from '../counting/textCounter'
import { $insertFootnote, $setFootnoteText } from '../footnotes/footnoteActions'
import { $linkToAddress, $linkToRecord, $removeLink } from '../links/linkActions'
import { $readBody, $writeBody } from '../mapping/body'
import { createBodyReader } from '../mapping/bodyReader'
import { BlockAtomNode } from '../nodes/BlockAtomNode'
import { InlineAtomNode } from '../nodes/InlineAtomNode'
import { $moveSelected } from '../moving/moveBlocks'
import { $toggleNumbering } from '../numbering/numberingActions'
import { $insertTable, tableActions } from '../tables/tableActions'
import { $insertDivider, $setBlockKind } from '../toolbar/blockActions'
import { BodyNodesExtension } from './bodyNodes'
import { $callOut, $removeBox, $toggleQuote, ContainersExtension } from './containers'

const start = Body.parse({
  version: 1, preamble: [{ type: 'paragraph', id: 'p0', inlines: [{ type: 'text', text: '开头一段' }] }],
  sections: [
    { id: 's1', key: 'measures', title: '主要做法', blocks: [
      { type: 'listItem', id: 'i1', list: 'number', level: 0, inlines: [{ type: 'text', text: '第一项' }] },
      { type: 'listItem', id: 'i2', list: 'bullet', level: 2, inlines: [{ type: 'text', text: '第二项' }] },
      { type: 'quote', id: 'q1', blocks: [{ type: 'paragraph', id: 'p1', inlines: [{ type: 'text', text: '引文' }] }] },
      { type: 'chart', id: 'c1' },
      { type: 'image', id: 'g1', attachment: 'a'.repeat(64), alt: '接地线', caption: '挂接位置 A1' },
    ] },
    { id: 's2', key: 'results', title: '成效', blocks: [] },
  ],
})

const edits: Readonly<Record<string, (editor: LexicalEditor) => void>> = {
  type: () => { const selection = $getSelection(); if ($isRangeSelection(selection)) selection.insertText('字') },
  enter: (editor) => { editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined) },
  backspace: () => { const selection = $getSelection(); if ($isRangeSelection(selection) && !selection.isCollapsed()) selection.removeText() },
  indent: (editor) => { editor.dispatchCommand(INDENT_CONTENT_COMMAND, undefined) },
  outdent: (editor) => { editor.dispatchCommand(OUTDENT_CONTENT_COMMAND, undefined) },
  number: () => { $insertList('number') },
  check: () => { $insertList('check') },
  section: () => { $setBlockKind('section') },
  heading: () => { $setBlockKind('heading1') },
  paragraph: () => { $setBlockKind('paragraph') },
  quote: $toggleQuote,
  callout: () => { $callOut('warning') },
  tone: () => { $callOut('tip') },
  unbox: $removeBox,
  chinese: () => { $toggleNumbering('chinese') },
  plainNumbers: () => { $toggleNumbering('') },
  recordLink: () => { $linkToRecord('01a18078-447e-7eed-8d36-62602c10e05a', '编号错位') },
  address: () => { $linkToAddress('https://example.com/a') },
  unlink: $removeLink,
  footnote: () => {
    const key = $insertFootnote()
    if (key !== undefined) $setFootnoteText(key, '见安规\n第四章')
  },
  up: () => { $moveSelected('up') },
  down: () => { $moveSelected('down') },
  divider: $insertDivider,
  table: () => { $insertTable(2, 2) },
  row: tableActions.rowBelow,
  column: tableActions.columnRight,
  header: tableActions.headerRow,
  lessRow: tableActions.deleteRow,
  lessColumn: tableActions.deleteColumn,
}

/** Not of the selection: each in an update of its own. */
const steps: Readonly<Record<string, (editor: LexicalEditor) => void>> = {
  undo: (editor) => { editor.dispatchCommand(UNDO_COMMAND, undefined) },
  redo: (editor) => { editor.dispatchCommand(REDO_COMMAND, undefined) },
  whole: (editor) => { editor.setEditorState(editor.parseEditorState(JSON.stringify(editor.getEditorState()))) },
}

/** Selects between two of the text's characters, counted round. */
const $selectAt = (from: number, to: number): void => {
  const texts = $getRoot().getAllTextNodes()
  const anchor = texts[from % texts.length]
  const focus = texts[to % texts.length]
  if (!anchor || !focus) { $setSelection($getRoot().selectStart()); return }
  const selection = anchor.select(from % (anchor.getTextContentSize() + 1))
  if (from % 3 === 0) selection.focus.set(focus.getKey(), to % (focus.getTextContentSize() + 1), 'text')
}

const step = fc.record({ edit: fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...Object.keys(edits)) }, { weight: 1, arbitrary: fc.constantFrom(...Object.keys(steps)) }), from: fc.nat({ max: 40 }), to: fc.nat({ max: 40 }) })

const open = (): LexicalEditor => {
  const editor = buildEditorFromExtensions(defineExtension({
    name: 'test', theme: bodyTheme, dependencies: [BodyNodesExtension, ContainersExtension, configExtension(HistoryExtension, { delay: 0, disabled: false })], $initialEditorState: null,
    onError: (error) => { throw error },
  }))
  editor.update(() => { $writeBody(start) }, { discrete: true })
  return editor
}

const take = (editor: LexicalEditor, { edit, from, to }: { edit: string, from: number, to: number }): void => {
  if (steps[edit]) steps[edit](editor)
  else editor.update(() => { $selectAt(from, to); edits[edit]?.(editor) }, { discrete: true })
}

describe('any edits', () => {
  it('leave a body that can be read and in which no id stands twice', () => {
    fc.assert(fc.property(fc.array(step, { maxLength: 12 }), (taken) => {
      const editor = open()
      for (const each of taken) take(editor, each)
      const body = editor.getEditorState().read(() => $readBody())
      const ids = [...body.sections.map(({ id }) => id), ...[...placedBlocks(body)].map(({ block }) => block.id)]
      expect(new Set(ids).size).toBe(ids.length)
      expect(normaliseBody(body)).toEqual(body)
      editor.update(() => { $writeBody(body) }, { discrete: true })
      expect(editor.getEditorState().read(() => $readBody())).toEqual(body)
    }), { numRuns: 100 })
  })

  it('are read of what changed alone as they are read of all, and what did not change stays the same object', () => {
    fc.assert(fc.property(fc.array(step, { maxLength: 12 }), fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (taken, looked) => {
      const editor = open()
      const reader = createBodyReader(editor, start)
      for (const [index, each] of taken.entries()) {
        take(editor, each)
        if (looked[index]) expect(reader.read(editor.getEditorState())).toEqual(editor.getEditorState().read(() => $readBody()))
      }
      const whole = reader.read(editor.getEditorState())
      expect(whole).toEqual(editor.getEditorState().read(() => $readBody()))
      expect(reader.read(editor.getEditorState()).sections.every((section, index) => section === whole.sections[index])).toBe(true)
      for (const section of whole.sections) {
        const written = start.sections.find(({ id }) => id === section.id)
        if (isSameJson(written, section)) expect(section).toBe(written)
      }
    }), { numRuns: 100 })
  })

  it('leave the sections that they do not touch the very objects that the editor was filled with', () => {
    const editor = open()
    const filledWith = normaliseBody(start)
    const reader = createBodyReader(editor, filledWith)
    take(editor, { edit: Object.keys(edits)[0] ?? '', from: 0, to: 0 })
    const { sections } = reader.read(editor.getEditorState())
    expect(sections.filter((section) => filledWith.sections.includes(section)).length).toBeGreaterThanOrEqual(sections.length - 1)
  })

  it('are counted by what changed alone as the whole text is', () => {
    const $notes = (): string[] => $nodesOfType(InlineAtomNode).filter((node) => node.isAttached()).map((node) => {
      const inline = node.getInline()
      return isKnownInline(inline) && inline.type === 'footnote' ? inlineText(inline.inlines) : ''
    })
    const $captions = (): string[] => $nodesOfType(BlockAtomNode).filter((node) => node.isAttached()).map((node) => z.string().catch('').parse(node.getBlock().caption))
    const $whole = (): string => [$getRoot().getTextContent(), ...$notes(), ...$captions()].join('\n')
    fc.assert(fc.property(fc.array(step, { maxLength: 12 }), (taken) => {
      const editor = open()
      const counter = createTextCounter(editor)
      for (const each of taken) {
        take(editor, each)
        const state = editor.getEditorState()
        expect(counter.count(state)).toEqual(countText(state.read($whole, { editor })))
      }
    }), { numRuns: 100 })
  })
})
