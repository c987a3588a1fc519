import { buildEditorFromExtensions } from '@lexical/extension'
import { $getRoot, $isElementNode, defineExtension, type LexicalEditor, type LexicalNode } from 'lexical'
import { describe, expect, it } from 'vitest'
import { Body } from '#shared/model/body/body'
import { blockText, placedBlocks } from '#shared/model/body/walk'
import { bodyTheme } from '../bodyTheme'
import { BodyNodesExtension } from '../extensions/bodyNodes'
import { ContainersExtension } from '../extensions/containers'
import { $readBody, $writeBody } from '../mapping/body'
import { $moveSelected, $moveTo, type Direction } from './moveBlocks'

const line = (text: string): object => ({ type: 'paragraph', id: text, inlines: [{ type: 'text', text }] })
const item = (text: string, level = 0): object => ({ type: 'listItem', id: text, list: 'number', level, scheme: 'chinese', inlines: [{ type: 'text', text }] })

const start = Body.parse({
  version: 1, preamble: [line('甲')],
  sections: [
    { id: 's1', key: 'measures', title: '做法', blocks: [line('乙'), item('一'), item('子', 1), item('二'), line('丙')] },
    { id: 's2', key: null, title: '成效', blocks: [{ type: 'quote', id: 'q', blocks: [line('引'), line('文')] }] },
  ],
})

const $find = (text: string): LexicalNode => {
  const node = $getRoot().getAllTextNodes().find((each) => each.getTextContent() === text)
  if (!node) throw new Error(`no text ${text}`)
  return node
}

const open = () => {
  const editor = buildEditorFromExtensions(defineExtension({
    name: 'test', theme: bodyTheme, dependencies: [BodyNodesExtension, ContainersExtension], $initialEditorState: null, onError: (error) => { throw error },
  }))
  editor.update(() => { $writeBody(start) }, { discrete: true })
  return editor
}

const shown = (editor: LexicalEditor): string[] => {
  const body = editor.getEditorState().read(() => $readBody())
  const texts = (blocks: Body['preamble']): string[] => [...placedBlocks({ version: 1, preamble: blocks, sections: [] })].map(({ block }) => {
    const text = blockText(block) || block.type
    expect(block.id).toBe(text === 'quote' ? 'q' : text)
    return 'level' in block && block.level === 1 ? `>${text}` : text
  })
  return [texts(body.preamble).join(''), ...body.sections.map(({ title, blocks }) => `${title}:${texts(blocks).join(' ')}`)]
}

const moved = (from: string, direction: Direction, to = from): string[] => {
  const editor = open()
  editor.update(() => {
    const anchor = $find(from).selectStart()
    const end = $find(to)
    anchor.focus.set(end.getKey(), end.getTextContentSize(), 'text')
    $moveSelected(direction)
  }, { discrete: true })
  return shown(editor)
}

describe('moving by keyboard', () => {
  it.each<[string, string, Direction, string[]]>([
    ['a line past a heading, into the section before', '乙', 'up', ['甲乙', '做法:一 >子 二 丙', '成效:quote 引 文']],
    ['a line past a list', '乙', 'down', ['甲', '做法:一 >子 二 乙 丙', '成效:quote 引 文']],
    ['an item with what is nested below it', '一', 'down', ['甲', '做法:乙 二 一 >子 丙', '成效:quote 引 文']],
    ['an item past one with something nested', '二', 'up', ['甲', '做法:乙 二 一 >子 丙', '成效:quote 引 文']],
    ['an item out of its list', '二', 'down', ['甲', '做法:乙 一 >子 丙 二', '成效:quote 引 文']],
    ['a section with all that it holds', '做法', 'down', ['甲', '成效:quote 引 文', '做法:乙 一 >子 二 丙']],
    ['a line inside a quote', '文', 'up', ['甲', '做法:乙 一 >子 二 丙', '成效:quote 文 引']],
    ['nothing where there is nowhere to go', '甲', 'up', ['甲', '做法:乙 一 >子 二 丙', '成效:quote 引 文']],
  ])('takes %s', (_, from, direction, expected) => { expect(moved(from, direction)).toEqual(expected) })

  it('takes several selected items together', () => {
    expect(moved('一', 'up', '二')).toEqual(['甲', '做法:一 >子 二 乙 丙', '成效:quote 引 文'])
  })
})

describe('moving by dragging', () => {
  const dragged = (from: string, to: string, direction: Direction): string[] => {
    const editor = open()
    const $block = (text: string): LexicalNode => {
      const node = $find(text).getParentOrThrow()
      return $isElementNode(node) ? node : $find(text)
    }
    editor.update(() => { $moveTo($block(from), $block(to), direction) }, { discrete: true })
    return shown(editor)
  }

  it('puts a block where it is dropped, and an item into another place of its list or beside a block', () => {
    expect(dragged('丙', '乙', 'up')).toEqual(['甲', '做法:丙 乙 一 >子 二', '成效:quote 引 文'])
    expect(dragged('二', '一', 'up')).toEqual(['甲', '做法:乙 二 一 >子 丙', '成效:quote 引 文'])
    expect(dragged('二', '乙', 'up')).toEqual(['甲', '做法:二 乙 一 >子 丙', '成效:quote 引 文'])
    expect(dragged('一', '子', 'down')).toEqual(['甲', '做法:乙 一 >子 二 丙', '成效:quote 引 文'])
  })
})
