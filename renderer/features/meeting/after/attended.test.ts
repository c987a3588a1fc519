/** Who came, told by more than one sheet. */
import { describe, expect, it } from 'vitest'
import type { ReadAttendance } from '#shared/contract/meetings'
import { attended, unmarkedIn } from './attended'

const rows = [{ id: 'a', name: '张三', isPresent: true }, { id: 'b', name: '李四', isPresent: true }, { id: 'c', name: '王五' }, { id: 'd', name: '赵六', isPresent: true }, { id: 'e', name: '钱二', isPresent: true }]
const read: ReadAttendance = { present: ['c'], absent: ['b'], unmarked: ['d'], unread: ['e'], others: [{ name: '孙七', unit: '' }], skipped: [] }
const there = (all: ReturnType<typeof attended>): unknown[] => all.flatMap(({ id, isPresent }) => (isPresent === true ? [id] : []))

describe('a sheet of who came', () => {
  it('changes only whom it marks, so that a second one adds to the first', () => {
    expect(there(attended(rows, read, 'change', false))).toEqual(['a', 'c', 'd', 'e'])
    expect(unmarkedIn(rows, read)).toEqual({ beyond: 1, there: 2 })
  })

  it('takes the place of what was noted where that is wanted; whom it marks unreadably stays', () => {
    expect(there(attended(rows, read, 'replace', false))).toEqual(['c', 'e'])
  })

  it('puts on the list who came without being on it', () => {
    expect(attended(rows, read, 'change', true).at(-1)).toMatchObject({ name: '孙七', isPresent: true })
  })
})
