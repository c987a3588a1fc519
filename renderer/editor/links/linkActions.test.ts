import { buildEditorFromExtensions } from '@lexical/extension'
import { $getRoot, defineExtension } from 'lexical'
import { describe, expect, it } from 'vitest'
import { Body } from '#shared/model/body/body'
import { bodyTheme } from '../bodyTheme'
import { BodyNodesExtension } from '../extensions/bodyNodes'
import { ContainersExtension } from '../extensions/containers'
import { $readBody, $writeBody } from '../mapping/body'
import { $linkToRecord } from './linkActions'

const recordId = '01a18078-447e-7eed-8d36-62602c10e05a'
const text = (words: string, marks?: string[]) => ({ type: 'text', text: words, ...(marks ? { marks } : {}) })
const link = (words: string) => ({ type: 'recordLink', recordId, text: words })
const picture = { type: 'image', attachment: 'a'.repeat(64), alt: '挂点' }
const paragraph = (id: string, ...inlines: object[]) => ({ type: 'paragraph', id, inlines })

/** Links what is selected from a place in one text to a place in another. */
const linked = (blocks: object[], from: [text: string, offset: number], to: [text: string, offset: number]) => {
  const editor = buildEditorFromExtensions(defineExtension({
    name: 'test', theme: bodyTheme, dependencies: [BodyNodesExtension, ContainersExtension], $initialEditorState: null, onError: (error) => { throw error },
  }))
  const $text = (words: string) => {
    const node = $getRoot().getAllTextNodes().find((each) => each.getTextContent() === words)
    if (!node) throw new Error(`no text ${words}`)
    return node
  }
  editor.update(() => { $writeBody(Body.parse({ version: 1, preamble: blocks, sections: [] })) }, { discrete: true })
  editor.update(() => {
    $text(from[0]).select(from[1], from[1]).focus.set($text(to[0]).getKey(), to[1], 'text')
    $linkToRecord(recordId, '编号错位')
  }, { discrete: true })
  return editor.getEditorState().read(() => $readBody()).preamble
}

describe('a link to a record', () => {
  it('has the words that were selected in one line', () => {
    const line = [paragraph('p1', text('装设前'), text('核对', ['bold']), text('编号'))]
    expect(linked(line, ['装设前', 2], ['编号', 1])).toEqual([paragraph('p1', text('装设'), link('前核对编'), text('号'))])
  })

  it('stands with the record’s title behind lines that were selected, whichever way', () => {
    const lines = [paragraph('p1', text('先验电')), { type: 'heading', id: 'h1', level: 1, inlines: [text('要求')] }, paragraph('p2', text('再装设'))]
    const kept = [...lines.slice(0, 2), paragraph('p2', text('再'), link('编号错位'), text('装设'))]
    expect(linked(lines, ['先验电', 1], ['再装设', 1])).toEqual(kept)
    expect(linked(lines, ['再装设', 1], ['先验电', 1])).toEqual(kept)
  })

  it('takes no picture and no footnote away', () => {
    for (const atom of [picture, { type: 'footnote', id: 'f1', inlines: [text('见安规')] }]) {
      expect(linked([paragraph('p1', text('见图'), atom, text('所示'))], ['见图', 1], ['所示', 1])).toEqual([
        paragraph('p1', text('见图'), atom, text('所'), link('编号错位'), text('示')),
      ])
    }
  })
})
