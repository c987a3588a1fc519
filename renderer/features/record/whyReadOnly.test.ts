import { describe, expect, it } from 'vitest'
import { recordFormat } from '#shared/model/record'
import { whyReadOnly } from './whyReadOnly'

const library = { path: '/库', readOnly: null }

describe('why a record can not be changed', () => {
  it('is that a newer version wrote it', () => {
    expect(whyReadOnly(library, { format: recordFormat })).toBeUndefined()
    expect(whyReadOnly(library, { format: 7 })).toEqual({ code: 'library_newer_format', data: { path: '/库', found: 7, supported: recordFormat } })
  })

  it('is first of all what keeps the library from being written', () => {
    const readOnly = { code: 'library_read_only' as const, data: { path: '/库', reason: 'EROFS' } }
    expect(whyReadOnly({ ...library, readOnly }, { format: 7 })).toEqual(readOnly)
  })
})
