/** The exchange ledger: what was sent and what was received, one file each in `exchanges/`. */
import { z } from 'zod'
import { Sha256, Timestamp, Uuid } from './ids'
import { Person } from './record'
import { RecordType } from './recordTypes'

/** `added` is new here, `same` was here already, `kept` differs and was left as it is here. */
export const ExchangedRecord = z.looseObject({
  id: Uuid, type: RecordType, number: z.string(), title: z.string(), revisionId: Sha256, outcome: z.enum(['sent', 'added', 'same', 'kept']),
})
export type ExchangedRecord = z.infer<typeof ExchangedRecord>

export const exchangeFormat = 1
/** Of a backup's entry: the form came with it, and an older version shall not take it for damage. */
export const backupExchangeFormat = 2
/** Of what left as an Excel file, for the same reason. */
export const excelExchangeFormat = 3

/**
 * `library` is the one that the package came from, null for what was sent. `sha256` and `size` are those of the
 * whole file; of a backup, the hash of its manifest and the bytes that the run holds.
 */
export const ExchangeFile = z.looseObject({
  format: z.int().min(1), id: Uuid, direction: z.enum(['sent', 'received']), form: z.enum(['package', 'word', 'backup', 'excel']),
  at: Timestamp, by: Person, name: z.string(), title: z.string(), sha256: Sha256, size: z.int().min(0),
  packageId: Uuid.nullable(), library: z.looseObject({ id: Uuid, name: z.string(), unit: z.string() }).nullable(),
  records: z.array(ExchangedRecord),
})
export type ExchangeFile = z.infer<typeof ExchangeFile>
