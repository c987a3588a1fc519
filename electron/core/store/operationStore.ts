/** Operations on disk: what undoing needs, one file for each, written in the transaction that did it. */
import { AppError } from '#shared/contract/errors'
import { OperationFile, operationFormat } from '#shared/model/operation'
import { formatJson } from './canonicalJson'
import { writeDurably } from './durableFile'
import { idOfFile, type LibraryPaths } from './folders'
import type { Journal } from './journal'
import { parseDocument } from './jsonFile'
import type { FileWrite } from './fileWrite'

export interface OperationStore {
  /** Latest first, by the names of their files. Throws `file_unreadable`. */
  ids: () => Promise<string[]>
  /** Throws `not_found`, `store_corrupt`, `file_unreadable`, `library_newer_format`. */
  read: (id: string) => Promise<OperationFile>
  write: (operation: OperationFile) => FileWrite
  /** Writes one by itself, where what it did was written before, record by record. Throws `store_write_failed`. */
  add: (operation: OperationFile) => Promise<void>
}

export const createOperationStore = (paths: LibraryPaths, journal: Journal): OperationStore => {
  const write: OperationStore['write'] = (operation) => ({ path: paths.operation(operation.id), data: formatJson(operation) })
  return {
    ids: async () => (await journal.names(paths.operations)).flatMap(idOfFile).sort().reverse(),
    read: async (id) => {
      const path = paths.operation(id)
      const bytes = await journal.read(path)
      if (bytes === undefined) throw new AppError('not_found', { kind: 'operation', id })
      const operation = parseDocument(path, bytes, OperationFile)
      if (operation.format > operationFormat) throw new AppError('library_newer_format', { path, found: operation.format, supported: operationFormat })
      if (operation.id !== id) throw new AppError('store_corrupt', { path, reason: `holds operation ${operation.id}` })
      return operation
    },
    write,
    add: async (operation) => {
      await journal.settle()
      const { path, data } = write(operation)
      await writeDurably(path, data)
    },
  }
}
