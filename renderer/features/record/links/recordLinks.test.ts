import { describe, expect, it } from 'vitest'
import type { RecordRow } from '#shared/contract/records'
import { newId } from '#shared/model/ids'
import { linkingRecords, withLink, withoutLink, withRelation } from './recordLinks'

const [one, two] = [newId(), newId()]
const pinned = { to: one, relation: 'derivedFrom' as const, revisionId: 'a'.repeat(64), note: '第四栏' }
const related = { to: two, relation: 'related' as const }

describe('the links of a record', () => {
  it('keep the revision that they are pinned to when another one changes', () => {
    expect(withRelation([pinned, related], related, 'uses')).toEqual([pinned, { to: two, relation: 'uses' }])
    expect(withoutLink([pinned, related], related)).toEqual([pinned])
  })

  it('keep what else they carry when their own relation changes', () => {
    expect(withRelation([pinned], pinned, 'uses')).toEqual([{ ...pinned, relation: 'uses' }])
  })

  it('are not made twice, but a record may be linked in two ways', () => {
    expect(withLink([related], two, 'related')).toEqual([related])
    expect(withLink([related], two, 'evidence')).toHaveLength(2)
  })
})

describe('the records that refer to this one', () => {
  it('are listed once, with every way in which they do', () => {
    const row: RecordRow = {
      id: one, type: 'case', number: 'YW-CS-2026-0001', title: '案例', stage: 'draft', unit: '', team: '', field: '', tags: [], date: '',
      polarity: null, attachments: 0, updatedAt: '2026-11-24T06:03:11.123Z', edition: null,
    }
    expect(linkingRecords([{ row, relation: 'uses' }, { row, relation: 'mentions' }, { row, relation: 'uses' }])).toEqual([{ row, relations: ['uses', 'mentions'] }])
  })
})
