import { expect, it } from 'vitest'
import type { ExchangedRecord } from '#shared/model/exchange'
import { newId } from '#shared/model/ids'
import { maskedIn } from './maskedRecords'

const a = 'a'.repeat(64)
const b = 'b'.repeat(64)
const c = 'c'.repeat(64)

const record = (more: Partial<ExchangedRecord>): ExchangedRecord => ({ id: newId(), type: 'case', number: 'YT-CS-2026-0001', title: '案例', revisionId: 'f'.repeat(64), outcome: 'sent', ...more })

it('what was masked is counted over all records, each text and file once', () => {
  const masks = [{ text: '王建国', by: '王某', action: 'mask' as const }]
  expect(maskedIn([
    record({ maskedFrom: a, masks, files: [{ from: b, to: c }, { from: c, to: null }] }), record({ maskedFrom: b, masks, files: [{ from: c, to: null }] }), record({}),
  ])).toEqual({ records: 2, texts: 1, cleaned: 1, leftOut: 1 })
})
