import { describe, expect, it } from 'vitest'
import { blocksChoice, passageChoice } from './choice'

const line = { id: 'a', text: '监护人持操作票，操作人报号。' }
const blocks = [line, { id: 'table', text: '' }, { id: 'b', text: '三者一致方可动手。' }, { id: 'c', text: '否则中止。' }]

describe('a selection inside one line', () => {
  it('is a passage of it, without the blanks around', () => {
    expect(passageChoice({ id: 'a', text: '一 二 三' }, 1, 4)).toEqual({ blockIds: ['a'], text: '二' })
    expect(passageChoice(line, 0, 7)).toEqual({ blockIds: ['a'], text: '监护人持操作票' })
  })

  it('is the line itself where all of it is selected, and nothing where none is', () => {
    expect(passageChoice(line, 0, line.text.length)).toEqual({ blockIds: ['a'] })
    expect(passageChoice(line, 3, 3)).toBeUndefined()
  })
})

describe('a selection over several blocks', () => {
  it('means them whole, with what stands between them', () => {
    expect(blocksChoice(blocks, { blockId: 'a', offset: 4 }, { blockId: 'b', offset: 2 })).toEqual({ blockIds: ['a', 'table', 'b'] })
  })

  it('leaves out a block at whose edge it only begins or ends', () => {
    expect(blocksChoice(blocks, { blockId: 'a', offset: line.text.length }, { blockId: 'c', offset: 0 })).toEqual({ blockIds: ['table', 'b'] })
  })

  it('means a block without text, such as a table, where both ends are in it', () => {
    expect(blocksChoice(blocks, { blockId: 'table', offset: 0 }, { blockId: 'table', offset: 0 })).toEqual({ blockIds: ['table'] })
  })

  it('is none where an end is in no block', () => {
    expect(blocksChoice(blocks, { blockId: 'x', offset: 0 }, { blockId: 'b', offset: 2 })).toBeUndefined()
  })
})
