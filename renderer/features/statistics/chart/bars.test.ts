import { expect, it } from 'vitest'
import { clipped } from './bars'

it('a long name is cut before its end, which stays', () => {
  expect(clipped('接地线、短接线“号、点、票”三核对标准作业包　第二版', '　第二版')).toBe('接地线、短接线“号、点、票”三核…　第二版')
  expect(clipped('双确认　第二版', '　第二版')).toBe('双确认　第二版')
})
