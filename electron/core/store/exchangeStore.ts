/** The exchange ledger on disk: one file for each package or restricted document that was sent, or package that was received. */
import { isAppError, type AppError } from '#shared/contract/errors'
import { ExchangeFile } from '#shared/model/exchange'
import { formatJson } from './canonicalJson'
import { writeDurably } from './durableFile'
import { idOfFile, type LibraryPaths } from './folders'
import type { Journal } from './journal'
import { parseDocument } from './jsonFile'
import type { FileWrite } from './fileWrite'

export interface ExchangeStore {
  /** Latest first. An entry that can't be read is handed to `onDamage` and left out. Throws `file_unreadable`. */
  list: (onDamage: (path: string, error: AppError) => void) => Promise<ExchangeFile[]>
  add: (exchange: ExchangeFile) => Promise<void>
  write: (exchange: ExchangeFile) => FileWrite
}

export const createExchangeStore = (paths: LibraryPaths, journal: Journal): ExchangeStore => {
  const write: ExchangeStore['write'] = (exchange) => ({ path: paths.exchange(exchange.id), data: formatJson(exchange) })
  return {
    list: async (onDamage) => {
      const ids = (await journal.names(paths.exchanges)).flatMap(idOfFile).sort().reverse()
      const entries: ExchangeFile[] = []
      for (const id of ids) {
        const path = paths.exchange(id)
        const bytes = await journal.read(path)
        try {
          entries.push(parseDocument(path, bytes ?? Buffer.of(), ExchangeFile))
        } catch (error) {
          if (!isAppError(error)) throw error
          onDamage(path, error)
        }
      }
      return entries
    },
    add: async (exchange) => {
      await journal.settle()
      const { path, data } = write(exchange)
      await writeDurably(path, data)
    },
    write,
  }
}
