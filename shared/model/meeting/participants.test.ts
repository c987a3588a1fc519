/** Who comes to a meeting. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { divided, groupsOf, isSamePerson, participantOf, participantsOf } from './participants'

describe('the people of a meeting', () => {
  it('are those that have a name, and one by name and unit', () => {
    expect(participantsOf({ fields: { participants: [{ id: 'a', name: ' 王 ' }, { id: 'b', unit: '一班' }] } })).toMatchObject([{ id: 'a', name: '王', unit: '', isPresent: false }])
    expect(isSamePerson({ name: '张 三', unit: '一班' }, { name: '张三', unit: '' })).toBe(true)
    expect(isSamePerson({ name: '张三', unit: '一班' }, { name: '张三', unit: '二班' })).toBe(false)
  })

  it('stand in groups in the order in which these are counted', () => {
    const groups = ['第一组', '第二组', '第三组', '第九组', '第十组', '第十二组', '第二十组']
    expect(groupsOf([...groups].sort().map((group) => ({ group })))).toEqual(groups)
    expect(groupsOf(['B', '第10组', 'A', '第2组', ''].map((group) => ({ group })))).toEqual(groupsOf(['第2组', '第10组', 'A', 'B'].map((group) => ({ group }))))
  })

  it('are divided into groups as equal as can be, with the people of a unit spread as equally', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('甲', '乙', '丙', ''), { minLength: 1, maxLength: 60 }), fc.integer({ min: 1, max: 8 }), (units, count) => {
      const rows = divided(units.map((unit, index) => ({ id: `r${index}`, name: `n${index}`, unit })), count, (number) => `第${number}组`)
      expect(rows.map(({ id }) => id)).toEqual(units.map((_, index) => `r${index}`))
      const sizes = (of: typeof rows): number[] => Array.from({ length: count }, (_, index) => of.filter(({ group }) => group === `第${index + 1}组`).length)
      const spread = (all: number[]): number => Math.max(...all) - Math.min(...all)
      expect(spread(sizes(rows))).toBeLessThanOrEqual(1)
      for (const unit of new Set(units)) expect(spread(sizes(rows.filter((row) => row.unit === unit)))).toBeLessThanOrEqual(1)
      expect(groupsOf(rows.map(participantOf))).toHaveLength(Math.min(count, units.length))
    }))
  })
})
