import { describe, expect, it } from 'vitest'
import { newSection } from '#shared/model/body/body'
import { blockText, placedBlocks } from '#shared/model/body/walk'
import type { Block } from '#shared/model/body/blocks'
import type { RecordContent } from '#shared/model/record'
import { recordContent } from '../../../../../tests/support/records'
import { markedBody, marksIn } from './markedBody'

const line = (id: string, text: string): Block => ({ type: 'paragraph', id, inlines: [{ type: 'text', text }] })
const head = newSection('measures', '主要做法', [])
const saying = (...blocks: Block[]): RecordContent => recordContent({ origin: { libraryId: '01a22b7c-0c41-7414-904c-ca517e0deb80', unit: '' }, body: { version: 1, preamble: [], sections: [{ ...head, blocks }] } })
const texts = { mine: '本库', theirs: '包内', onlyMine: '包内删去', onlyTheirs: '本库删去' }
const lines = (body: RecordContent['body']): string[] => [...placedBlocks(body)].map(({ block }) => blockText(block))

describe('a body that is merged by hand', () => {
  const base = saying(line('a', '报号'), line('b', '核对'), line('c', '签名'))

  it('begins with what is merged by itself, and with both sides where both changed the same', () => {
    const body = markedBody({ base, mine: saying(line('a', '逐根报号'), line('b', '核对'), line('c', '签名')), theirs: saying(line('a', '双人报号'), line('b', '核对两遍'), line('c', '签名')) }, {}, texts)
    expect(lines(body)).toEqual(['▼ 本库', '逐根报号', '▼ 包内', '双人报号', '核对两遍', '签名'])
    expect(marksIn(body)).toBe(2)
  })

  it('keeps what was picked before', () => {
    const sides = { base, mine: saying(line('a', '逐根报号'), line('b', '核对'), line('c', '签名')), theirs: saying(line('a', '双人报号'), line('b', '核对'), line('c', '签名')) }
    expect(lines(markedBody(sides, { 'body.block:a': 'theirs' }, texts))).toEqual(['双人报号', '核对', '签名'])
  })

  it('says of what one side dropped that it did', () => {
    const body = markedBody({ base, mine: saying(line('a', '报号'), line('c', '签名')), theirs: saying(line('a', '报号'), line('b', '核对两遍'), line('c', '签名')) }, {}, texts)
    expect(lines(body)).toEqual(['报号', '▼ 本库删去', '核对两遍', '签名'])
  })

  it('marks both where each brought something to one place', () => {
    const body = markedBody({ base, mine: saying(line('a', '报号'), line('x', '本库加的'), line('b', '核对'), line('c', '签名')), theirs: saying(line('a', '报号'), line('y', '包内加的'), line('b', '核对'), line('c', '签名')) }, {}, texts)
    expect(lines(body)).toEqual(['报号', '▼ 本库', '本库加的', '▼ 包内', '包内加的', '核对', '签名'])
  })
})
