import { expect, it } from 'vitest'
import { adopterFirst } from './adopterFirst'

const row = { type: 'adoption' as const, title: '《作业包》第一版推广：甲班', team: '', unit: '甲班' }

it('calls an adoption by its team, else its unit, and by its title where it names neither', () => {
  expect([row, { ...row, team: '一组' }, { ...row, unit: '' }].map(adopterFirst)).toEqual([
    { name: '甲班', rest: row.title }, { name: '一组', rest: row.title }, { name: row.title, rest: '' },
  ])
})

it('calls every other record by its title', () => {
  expect(adopterFirst({ ...row, type: 'case' })).toEqual({ name: row.title, rest: '' })
})
