/** Why a record can't be changed here: the library can't be written, or a newer version wrote the record, which may mean more than we would write back. */
import type { Failure } from '#shared/contract/errors'
import type { OpenLibrary } from '#shared/contract/library'
import { recordFormat, type RecordFile } from '#shared/model/record'

export const whyReadOnly = (library: Pick<OpenLibrary, 'readOnly' | 'path'> | null | undefined, { format }: Pick<RecordFile, 'format'>): Failure | undefined => {
  if (library?.readOnly) return library.readOnly
  if (format <= recordFormat) return undefined
  return { code: 'library_newer_format', data: { path: library?.path ?? '', found: format, supported: recordFormat } }
}
