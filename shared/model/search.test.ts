import { expect, it } from 'vitest'
import { newId } from './ids'
import { requestOf } from './search'

it('asks for the best match first where a saved search says nothing else', () => {
  const saved = { id: newId(), name: '甲', text: '乙' }
  expect(requestOf(saved)).toEqual({ text: '乙', filters: {}, sort: 'relevance' })
  expect(requestOf({ ...saved, filters: { tag: [''] }, sort: 'date' })).toEqual({ text: '乙', filters: { tag: [''] }, sort: 'date' })
})
