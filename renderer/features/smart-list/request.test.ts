import { describe, expect, it } from 'vitest'
import { newId } from '#shared/model/ids'
import { chosenFilters, listKey } from './request'

const saved = { id: newId(), name: '主变', text: '主变', filters: { tag: ['安全'], type: ['case', 'tool'], unit: [] } }

describe('what a smart list asks', () => {
  it('names what it is narrowed to in the order of the facets', () => {
    expect(chosenFilters(saved.filters)).toEqual([{ facet: 'type', values: ['case', 'tool'] }, { facet: 'tag', values: ['安全'] }])
  })

  it('keeps its place under another name, and begins anew when it asks something else', () => {
    expect(listKey({ ...saved, name: '改名' })).toBe(listKey(saved))
    expect(listKey({ ...saved, text: '变压器' })).not.toBe(listKey(saved))
    expect(listKey({ ...saved, id: newId() })).not.toBe(listKey(saved))
  })
})
