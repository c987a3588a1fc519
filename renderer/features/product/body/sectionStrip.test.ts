import { describe, expect, it } from 'vitest'
import type { Block } from '#shared/model/body/blocks'
import { newSection, type Body } from '#shared/model/body/body'
import { stripItems } from './sectionStrip'

const line = (id: string): Block => ({ type: 'paragraph', id, inlines: [{ type: 'text', text: '写好了' }] })
const body: Body = {
  version: 1, preamble: [],
  sections: [newSection('aim', '目的', [line('a')]), newSection(null, '自拟', []), newSection('references', '引用文件', []), newSection('process', '流程', [])],
}

describe('the strip of a product’s sections', () => {
  it('says of each whether it is filled, and shows required ones that are not there where they belong', () => {
    expect(stripItems({ body, fields: {} }, 'zh-CN').map(({ title, state, sectionId }) => [title, state, sectionId !== undefined])).toEqual([
      ['目的', 'filled', true], ['自拟', 'empty', true], ['范围', 'missing', false], ['引用文件', 'empty', true], ['职责', 'missing', false],
      ['流程', 'missing', true], ['检查与评价', 'missing', false],
    ])
  })

  it('counts a table that says what a section is to say, also where that section is not there', () => {
    const items = stripItems({ body, fields: { steps: [{ id: 's' }], roles: [{ id: 'r' }] } }, 'zh-CN')
    expect(items.filter(({ state }) => state === 'filled').map(({ title }) => title)).toEqual(['目的', '职责', '流程'])
  })
})
