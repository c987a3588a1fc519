import { describe, expect, it } from 'vitest'
import { FormField } from '#shared/model/forms/form'
import { marked, wrongIn, type Wrong } from './useWrong'

const form = ['a', 'b'].map((id) => FormField.parse({ id, title: id, kind: 'number' }))
const none: Wrong = { version: 0, ids: [] }

describe('what is typed and is no number', () => {
  it('is marked until it is mended', () => {
    const both = marked(marked(none, 0, 'b', true), 0, 'a', true)
    expect(wrongIn(form, 0, both)).toEqual(['a', 'b'])
    expect(wrongIn(form, 0, marked(both, 0, 'a', false))).toEqual(['b'])
    expect(marked(both, 0, 'a', true)).toBe(both)
  })
  it('is gone with the values that it was typed into', () => {
    const wrong = marked(none, 0, 'a', true)
    expect(wrongIn(form, 1, wrong)).toEqual([])
    expect(wrongIn(form, 1, marked(wrong, 1, 'b', true))).toEqual(['b'])
  })
  it('is gone with its field', () => {
    const wrong = marked(none, 0, 'a', true)
    expect(wrongIn(form.slice(1), 0, wrong)).toEqual([])
    expect(wrongIn([FormField.parse({ id: 'a', title: 'a', kind: 'text' })], 0, wrong)).toEqual([])
  })
})
