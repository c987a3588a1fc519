import { describe, expect, it } from 'vitest'
import type { RecordContent } from '#shared/model/record'
import { threeWayParts } from '#shared/model/threeWay/contents'
import { recordContent } from '../../../../../tests/support/records'
import { isLowered } from './lowered'

const of = (confidentiality: RecordContent['confidentiality']): RecordContent => recordContent({ confidentiality })
const lowered = (base: RecordContent | null, mine: RecordContent, theirs: RecordContent): boolean[] => threeWayParts(base, mine, theirs).map(isLowered)

describe('a confidentiality that differs', () => {
  it('is lowered in the package only where the one there is less strict, also without a common revision', () => {
    expect(lowered(null, of('restricted'), of('public'))).toEqual([true])
    expect(lowered(null, of('public'), of('restricted'))).toEqual([false])
    expect(lowered(of('restricted'), of('restricted'), of('internal'))).toEqual([true])
  })

  it('says nothing of other parts', () => {
    expect(lowered(null, recordContent({ summary: '甲' }), recordContent({ summary: '乙' }))).toContain(false)
    expect(lowered(null, recordContent({ summary: '甲' }), recordContent({ summary: '乙' }))).not.toContain(true)
  })
})
