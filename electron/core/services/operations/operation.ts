/** An operation as it is entered, and as a list shows it. */
import type { OperationSummary } from '#shared/contract/operations'
import { newId } from '#shared/model/ids'
import { operationFormatOf, type OperationFile, type OperationKind, type OperationRecord } from '#shared/model/operation'
import type { Person, RecordFile } from '#shared/model/record'

const titlesShown = 3
const wordsShown = 3

export const newOperation = (kind: OperationKind, by: Person, at: string, records: OperationRecord[]): OperationFile =>
  ({ format: operationFormatOf(kind), id: newId(), kind, at, by, records, undoes: null, undoneBy: null })

/** What became of a record that was not here before. */
export const arrivalOf = ({ id, revision, content: { number, title } }: RecordFile): OperationRecord => ({ id, number, title, before: null, after: revision.id })

export const summaryOf = ({ id, kind, at, by, records, undoneBy, vocabulary }: OperationFile, undoes: OperationFile | undefined): OperationSummary => ({
  id, kind, at, by: by.name, count: records.length, titles: records.slice(0, titlesShown).map(({ title }) => title),
  undoes: undoes ? { id: undoes.id, kind: undoes.kind } : null, undoneBy,
  words: vocabulary ? { kind: vocabulary.kind, from: vocabulary.words.slice(0, wordsShown), into: vocabulary.into } : null,
})
