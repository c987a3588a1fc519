import { describe, expect, it } from 'vitest'
import { matchingItems } from './matchingItems'
import { slashWords } from './slashWords.data'

describe('the slash menu', () => {
  it('shows all for nothing typed', () => { expect(matchingItems('')).toEqual(Object.keys(slashWords)) })

  it.each([
    ['表', ['table', 'bullet', 'number', 'chinese']], ['biaoge', ['table']], ['bg', ['table']], ['Tab', ['table']], ['h2', ['heading2']], ['heading2', ['heading2']],
    ['bt', ['heading1', 'heading2', 'heading3']], ['标题', ['section', 'heading1', 'heading2', 'heading3']], ['zwbh', ['chinese']],
    ['callout', ['note', 'tip', 'warning', 'danger']], ['危险', ['danger']], ['jz', ['footnote']], ['脚注', ['footnote']], ['lj', ['link']], ['没有这个', []],
  ])('finds by %s', (query, found) => { expect(matchingItems(query)).toEqual(found) })
})
