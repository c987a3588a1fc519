import { describe, expect, it } from 'vitest'
import { limits } from './pasted'
import { plainLines, plainTable } from './plainText'

const columns = 10
const sheet = (rows: number): string[] => plainLines(`${Array.from({ length: columns }, () => '值').join('\t')}\r\n`.repeat(rows))

describe('lines of a spreadsheet', () => {
  it('are a table up to as many cells as an editor bears, and none beyond', () => {
    expect(plainTable(sheet(limits.parts / columns))).toMatchObject({ type: 'table' })
    expect(plainTable(sheet(limits.parts / columns + 1))).toBeUndefined()
  })
})
