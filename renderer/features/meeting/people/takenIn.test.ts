import { expect, it } from 'vitest'
import { takenIn } from './takenIn'

const person = (name: string, unit = '', more: object = {}) => ({ name, unit, post: '', phone: '', group: '', note: '', ...more })
const rows = [{ id: 'a', name: '张三', unit: '变电', post: '班长', isPresent: true }, { id: 'b', name: '李四' }]
const read = [person('张 三', '变电', { phone: '1' }), person('张三', '配电')]

it('a list of names is added to those that are there, merged with them by name and unit, or takes their place', () => {
  const added = takenIn(rows, read, 'add')
  expect([added.rows.length, added.added, added.changed, added.rows[0]]).toEqual([3, 1, 0, rows[0]])
  const merged = takenIn(rows, read, 'merge')
  expect([merged.rows.length, merged.added, merged.changed]).toEqual([3, 1, 1])
  expect(merged.rows[0]).toEqual({ id: 'a', name: '张 三', unit: '变电', post: '班长', phone: '1', isPresent: true })
  const replaced = takenIn(rows, read, 'replace')
  expect([replaced.rows.length, replaced.left, replaced.rows[0]]).toEqual([2, 1, { id: 'a', name: '张 三', unit: '变电', phone: '1', isPresent: true }])
})
