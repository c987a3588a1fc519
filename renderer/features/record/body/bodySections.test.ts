import { describe, expect, it } from 'vitest'
import type { Block } from '#shared/model/body/blocks'
import { newSection, type Body } from '#shared/model/body/body'
import { sectionAfter, withBlockAtEnd } from './bodySections'

const line = (id: string): Block => ({ type: 'paragraph', id, inlines: [{ type: 'text', text: '写好了' }] })
const body: Body = {
  version: 1, preamble: [],
  sections: [newSection('aim', '目的', [line('a')]), newSection(null, '自拟', []), newSection('references', '引用文件', []), newSection('process', '流程', [])],
}

it('a section that is missing belongs before the first that follows it in its type', () => {
  expect(sectionAfter(body, 'scope', 'product')).toBe(body.sections[2]?.id)
  expect(sectionAfter(body, 'checks', 'product')).toBeUndefined()
})

describe('a block at the end of a section', () => {
  it('comes behind what stands there, or before all sections where there is no such section', () => {
    expect(withBlockAtEnd(body, body.sections[0]?.id, line('b')).sections[0]?.blocks.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(withBlockAtEnd(body, undefined, line('b')).preamble.map(({ id }) => id)).toEqual(['b'])
  })
})
