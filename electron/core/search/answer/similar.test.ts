import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexWith, titled } from '../../../../tests/support/search'
import { resemblanceOf } from './similar'

const shingles = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e')).map((all) => new Set(all))

describe('resemblance', () => {
  it('is what is shared of all, the same both ways, whole with itself', () => {
    fc.assert(fc.property(shingles, shingles, (a, b) => {
      const either = new Set([...a, ...b])
      expect(resemblanceOf(a, b)).toBe(either.size === 0 ? 0 : [...either].filter((each) => a.has(each) && b.has(each)).length / either.size)
      expect(resemblanceOf(b, a)).toBe(resemblanceOf(a, b))
      expect(resemblanceOf(a, a)).toBe(a.size === 0 ? 0 : 1)
    }))
  })
})

describe('documents like one', () => {
  const text = '拆除接地线前两人分离核对，防止漏拆错拆，编号不清即停止操作。'
  const index = indexWith(
    titled('own', '核对', text), titled('copy', '核对', text), titled('removed', '核对', text), titled('other', '线损', '线损异常的台区先查表计接线。'), titled('empty', '', ''),
  )
  index.remove(['removed'])

  it('are neither itself nor what was removed, no more than wanted', () => {
    expect(index.similar('own', 9)).toEqual([{ id: 'copy', resemblance: 1, likeness: 1 }])
    expect(index.similar('own', 0)).toEqual([])
  })

  it('are none for one without text, or one that is not there', () => { expect([index.similar('empty', 9), index.similar('removed', 9)]).toEqual([[], []]) })
})
