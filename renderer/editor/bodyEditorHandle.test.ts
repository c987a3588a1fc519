import { buildEditorFromExtensions } from '@lexical/extension'
import { $getRoot, defineExtension, type LexicalEditor } from 'lexical'
import { describe, expect, it } from 'vitest'
import type { Block } from '#shared/model/body/blocks'
import { Body } from '#shared/model/body/body'
import { createBodyEditorHandle, type BodyEditorHandle } from './bodyEditorHandle'
import { bodyTheme } from './bodyTheme'
import { BodyNodesExtension } from './extensions/bodyNodes'
import { ContainersExtension } from './extensions/containers'
import { $readBody, $writeBody } from './mapping/body'

const paragraph = (id: string, text: string): Block => ({ type: 'paragraph', id, inlines: [{ type: 'text', text }] })

const citation = {
  recordId: '01a18078-447e-7eed-8d36-62602c10e05a', revisionId: 'a'.repeat(64), blockId: 'b1', type: 'case' as const, title: '编号错位',
  sectionTitle: '主要做法', at: '2026-11-24T06:00:00.000Z',
}
const quote = (id: string): Block => ({ type: 'quote', id, blocks: [paragraph(`${id}-p`, '逐根报号')], citation })

const body = Body.parse({
  version: 1, preamble: [],
  sections: [
    { id: 's1', key: 'aim', title: '目的', blocks: [paragraph('p1', '消除漏拆')] },
    { id: 's2', key: 'scope', title: '范围', blocks: [] },
  ],
})

const open = (): { editor: LexicalEditor; handle: BodyEditorHandle; read: () => Body } => {
  const editor = buildEditorFromExtensions(defineExtension({
    name: 'test', theme: bodyTheme, dependencies: [BodyNodesExtension, ContainersExtension], $initialEditorState: null, onError: (error) => { throw error },
  }))
  editor.update(() => { $writeBody(body) }, { discrete: true })
  return { editor, handle: createBodyEditorHandle(editor), read: () => editor.getEditorState().read(() => $readBody()) }
}

const blockIds = (read: Body): string[][] => read.sections.map(({ blocks }) => blocks.map(({ id }) => id))

const caretAt = (editor: LexicalEditor, text: string, offset: number): void => {
  editor.update(() => { $getRoot().getAllTextNodes().find((node) => node.getTextContent() === text)?.select(offset, offset) }, { discrete: true })
}

describe('putting a cited quote into a body that is edited', () => {
  it('puts it at the end of the section where the text has no caret, whole with its citation', () => {
    const { handle, read } = open()
    expect(handle.putBlock(quote('q1'), 's1')).toBe('s1')
    expect(handle.putBlock(quote('q2'), 's2')).toBe('s2')
    expect(handle.putBlock(quote('q3'), 's2')).toBe('s2')
    expect(blockIds(read())).toEqual([['p1', 'q1'], ['q2', 'q3']])
    expect(read().sections[0]?.blocks[1]).toEqual(quote('q1'))
  })

  it('puts it at the caret, and the next one behind it, still in the section of the caret', () => {
    const { editor, handle, read } = open()
    caretAt(editor, '消除漏拆', 4)
    expect(handle.putBlock(quote('q1'), 's2')).toBe('s1')
    expect(handle.putBlock(quote('q2'), 's2')).toBe('s1')
    expect(blockIds(read())).toEqual([['p1', 'q1', 'q2'], []])
  })

  it('puts it at the end of the section whose heading the caret is in', () => {
    const { editor, handle, read } = open()
    caretAt(editor, '目的', 1)
    expect(handle.putBlock(quote('q1'), 's2')).toBe('s1')
    expect(handle.putBlock(quote('q2'), 's2')).toBe('s1')
    expect(blockIds(read())).toEqual([['p1', 'q1', 'q2'], []])
  })

  it('does not put one into another', () => {
    const { editor, handle, read } = open()
    handle.putBlock(quote('q1'), 's1')
    caretAt(editor, '逐根报号', 2)
    handle.putBlock(quote('q2'), 's1')
    expect(blockIds(read())[0]).toEqual(['p1', 'q1', 'q2'])
  })

  it('keeps the citation when the quote is edited', () => {
    const { editor, handle, read } = open()
    handle.putBlock(quote('q1'), 's1')
    caretAt(editor, '逐根报号', 4)
    editor.update(() => { $getRoot().getAllTextNodes().find((node) => node.getTextContent() === '逐根报号')?.setTextContent('逐根报号，再核对') }, { discrete: true })
    expect(read().sections[0]?.blocks[1]).toEqual({ ...quote('q1'), blocks: [paragraph('q1-p', '逐根报号，再核对')] })
  })
})

describe('putting a section into a body that is edited', () => {
  it('puts it before another, with its key and title, or at the end', () => {
    const { handle, read } = open()
    handle.putSection({ id: 's3', key: 'references', title: '引用文件', blocks: [] }, 's2')
    handle.putSection({ id: 's4', key: 'checks', title: '检查与评价', blocks: [] }, undefined)
    expect(read().sections.map(({ key, title }) => [key, title])).toEqual([['aim', '目的'], ['references', '引用文件'], ['scope', '范围'], ['checks', '检查与评价']])
  })
})
