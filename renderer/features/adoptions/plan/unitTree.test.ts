import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lowestBelow, lowestOf, matching, namesOf, unitTree, type Unit, type UnitItem } from './unitTree'

const unit = (name: string, parent: string | null): Unit => ({ key: name, name, parent })

const tree = unitTree([unit('省公司', null), unit('变电中心', '省公司'), unit('运维一班', '变电中心'), unit('运维二班', '变电中心'), unit('配电中心', '省公司'), unit('外协', null)])

const named = (items: readonly UnitItem[], keys: readonly string[]): string[] => namesOf(items, new Set(keys))

describe('units to choose from', () => {
  it('are planned by the lowest ones', () => {
    expect(named(tree, lowestOf(tree))).toEqual(['运维一班', '运维二班', '配电中心', '外协'])
  })

  it('stand for all that is below them, each once', () => {
    expect(named(tree, lowestBelow(tree, ['变电中心', '运维一班', '不在树上']))).toEqual(['运维一班', '运维二班'])
  })

  it('are found by a part of the name, with what is above them', () => {
    expect(matching(tree, '二班')).toEqual([{ key: '0', title: '省公司', checkable: false, children: [{ key: '1', title: '变电中心', checkable: false, children: [{ key: '3', title: '运维二班', children: [] }] }] }])
    expect(named(tree, lowestOf(matching(tree, '变电')))).toEqual(['运维一班', '运维二班'])
    expect(matching(tree, ' ')).toEqual(tree)
  })

  it('are all there, however they hang together', () => {
    fc.assert(fc.property(fc.array(fc.nat(20), { maxLength: 20 }), (parents) => {
      const units = parents.map((parent, index) => unit(String(index), parent < index ? String(parent) : null))
      const count = (items: ReturnType<typeof unitTree>): number => items.reduce((sum, { children }) => sum + 1 + count(children), 0)
      expect(count(unitTree(units))).toBe(units.length)
    }))
  })
})
