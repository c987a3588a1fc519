import { describe, expect, it } from 'vitest'
import { isNestedTooDeep, isTooDeep } from './jsonDepth'

const lists = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

describe('the depth of JSON', () => {
  it('may be 300, of lists and objects together', () => {
    expect(isTooDeep(lists(300))).toBe(false)
    expect(isTooDeep(lists(301))).toBe(true)
    expect(isTooDeep('{"a":['.repeat(151))).toBe(true)
  })

  it('is that of what is open at once', () => {
    expect(isTooDeep(`[${'[],'.repeat(1000)}[]]`)).toBe(false)
  })

  it('does not count brackets in strings', () => {
    expect(isTooDeep(JSON.stringify({ text: `"${'[{'.repeat(400)}\\` }))).toBe(false)
    expect(isTooDeep(`["\\\\",${lists(300)}]`)).toBe(true)
  })

  it('is found out about strings of any length', () => {
    expect(isTooDeep(JSON.stringify(['x'.repeat(20_000_000)]))).toBe(false)
  })

  it('is the same of a text and of the value that it stands for', () => {
    for (const depth of [299, 300, 301, 302]) expect(isNestedTooDeep(JSON.parse(lists(depth)))).toBe(isTooDeep(lists(depth)))
  })
})
