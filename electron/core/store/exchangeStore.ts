/** The exchange ledger on disk: one file for each package or restricted document that was sent, or package that was received. */
import { ExchangeFile } from '#shared/model/exchange'
import { formatJson } from './canonicalJson'
import { writeDurably } from './durableFile'
import type { LibraryPaths } from './folders'
import type { Journal } from './journal'
import { parseDocument } from './jsonFile'
import type { FileWrite } from './recordStore'

export interface ExchangeStore {
  /** Latest first. Throws `store_corrupt`, `file_unreadable`. */
  list: () => Promise<ExchangeFile[]>
  add: (exchange: ExchangeFile) => Promise<void>
  write: (exchange: ExchangeFile) => FileWrite
}

export const createExchangeStore = (paths: LibraryPaths, journal: Journal): ExchangeStore => {
  const write: ExchangeStore['write'] = (exchange) => ({ path: paths.exchange(exchange.id), data: formatJson(exchange) })
  return {
    list: async () => {
      const names = await journal.names(paths.exchanges)
      const ids = names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length)).sort().reverse()
      return Promise.all(ids.map(async (id) => {
        const path = paths.exchange(id)
        return parseDocument(path, await journal.read(path) ?? Buffer.of(), ExchangeFile)
      }))
    },
    add: async (exchange) => {
      await journal.settle()
      const { path, data } = write(exchange)
      await writeDurably(path, data)
    },
    write,
  }
}
