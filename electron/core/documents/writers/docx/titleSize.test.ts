import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { standardPresets } from '#shared/model/document/standardPresets.data'
import { lookOf } from './look'
import { titleLines } from './titleSize'

const look = lookOf({ preset: standardPresets.official, page: { isLandscape: false, hasPageNumbers: true } })

describe('the lines of a title', () => {
  it.each([
    ['吊车碰线之后：通道外破由“巡到为止”改为“盯到离场”', 22], ['110 kV 母线转供操作中地线编号错位的发现与纠正', 22], ['高损台区四步拆账：杏林里线损由 9.8% 降到 3.1%', 22],
    ['备件“有账没物、有物不能用”：应急领料由 68 分钟降到 24 分钟', 22], ['接地线、短接线“号、点、票”三核对标准作业包验收清单', 26],
  ])('of %s tear no word, number or quotation', (title, size) => {
    const lines = titleLines(title, size, look)
    expect(lines.length).toBeGreaterThan(1)
    expect(lines.join('')).toBe(title)
    for (const line of lines.slice(0, -1)) {
      expect([...line].filter((char) => char === '“')).toHaveLength([...line].filter((char) => char === '”').length)
      expect(['地', '编', '操', '领', '清', '分']).not.toContain([...line.trim()].at(-1))
      expect(line).not.toMatch(/\d\s*$/)
    }
  })

  it('are the title, whatever it is, with a number in front of it or without', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('电', '力', '“', '”', '，', ' ', 'k', 'V', '1', '0', '：', '（', '）', '😀'), minLength: 1, maxLength: 90 }), fc.constantFrom('', '十一、'), (title, number) => {
      const lines = titleLines(title, 22, look, number)
      expect(lines.join('')).toBe(title)
    }), { numRuns: 300 })
  })
})
