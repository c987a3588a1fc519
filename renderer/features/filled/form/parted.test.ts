import { describe, expect, it } from 'vitest'
import { fieldLimits } from '#shared/model/fields'
import { parted } from './parted'

describe('words on one line', () => {
  it('are parted by what is typed between them, each once', () => {
    expect(parted('好、一般，差,好； ', 9)).toEqual(['好', '一般', '差'])
  })
  it('are no more and no longer than can be saved', () => {
    expect(parted('一、二、三', 2)).toEqual(['一', '二'])
    expect(parted('长'.repeat(5000), 2).map(({ length }) => length)).toEqual([fieldLimits.text])
  })
})
