import { expect, it } from 'vitest'
import { indexWith, searchDocument, titled } from '../../../../tests/support/search'

const index = indexWith(
  titled('same', '接地线“漏拆”事件', '另一段文字。'), titled('near', '接地线漏拆事件（二）'), titled('text', '操作票管理', '接地线漏拆事件，接地线漏拆事件。'), titled('removed', '接地线漏拆事件'),
  searchDocument('file', [{ field: 'title', text: '接地线漏拆事件' }], { labels: ['type:attachment'] }), titled('latin', 'SF6 leak detection'),
)
index.remove(['removed'])

it('finds what bears the title or nearly so, the same first, and neither files nor what only speaks of it', () => {
  expect(index.titles('接地线漏拆事件', 9)).toMatchObject([{ id: 'same', likeness: 1 }, { id: 'near' }])
  expect(index.titles('sf6 leak detection', 9)).toEqual([{ id: 'latin', likeness: 1 }])
  expect(index.titles('接地线漏拆事件', 1)).toHaveLength(1)
})

it('finds nothing for a title of nothing, or of what nobody wrote', () => {
  expect([index.titles('', 9), index.titles('。。', 9), index.titles('带电更换绝缘子', 9)]).toEqual([[], [], []])
})
