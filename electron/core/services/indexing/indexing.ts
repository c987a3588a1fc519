/**
 * Keeps the search index in step with the records: opened from its snapshot, brought up to date with the catalog, then changed with every
 * edit. It is made of what is on disk: whatever happens to it, it can be made again.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { AppError } from '#shared/contract/errors'
import type { DamagedFile } from '#shared/contract/library'
import type { RecordFile } from '#shared/model/record'
import type { DocumentPool } from '../../documents/documentPool'
import type { Log } from '../../ports'
import { createSearchClient, SearchWorkerFell, type SearchClient } from '../../search/worker/searchClient'
import type { Catalog } from '../../store/catalog/catalog'
import type { RecordStore } from '../../store/recordStore'
import type { BuildRequest } from './builderMessages'
import { createBuilders } from './builders'
import { buildRecords } from './buildRecords'
import { compareHoldings, type Difference } from './compareHoldings'
import { createIndexFeed, type IndexFeed, type UnreadFile } from './indexFeed'

export interface Progress { done: number; total: number }

export interface Indexing {
  /** Opens the index, unless it is open, is being opened, or rests. */
  begin: () => void
  /** Takes a record in. `touched`: the records that it refers to, or did before. */
  put: (record: RecordFile, touched: readonly string[]) => void
  remove: (id: string) => void
  /** Reads records again that another program wrote. */
  refresh: (ids: readonly string[]) => Promise<void>
  /** False until all records are in the index as the catalog has them. */
  isComplete: () => boolean
  progress: () => Progress | null
  /** The text of a file now, kept or read, or why it has none. Rejects once closed. */
  textOf: IndexFeed['textOf']
  /** How many files there are whose text is still to be read. */
  filesToRead: () => number
  /** The files whose text can't be read, as far as they were tried. */
  unreadFiles: () => UnreadFile[]
  setSynonyms: (groups: string[][]) => void
  /** Asks the index; where its worker falls, also while it opens, once more of a new one. Throws `search_unavailable` where that falls too, and while it rests. */
  ask: SearchClient['ask']
  close: () => Promise<void>
}

export interface IndexingParts {
  records: Pick<RecordStore, 'readAsIs'>
  catalog: Catalog
  recordPath: (id: string) => string
  /** Of the snapshot. */
  folder: string
  /** Of the texts of attached files. */
  textFolder: string
  findAttachment: (sha256: string) => Promise<string | undefined>
  documents: Pick<DocumentPool, 'readText'>
  workers: { search: string; index: string }
  synonyms: () => string[][]
  /** Resolves when the catalog is as the folder says. */
  whenChecked: () => Promise<void>
  /** Given the id of a record whose file can't be read, and why. */
  onDamage: (id: string, failure: DamagedFile['failure']) => void
  /** Given the records that are found by more than before, though nobody saved them: what was searched for may be there now. */
  onFound: (ids: readonly string[]) => void
  log: Log
}

/** More records than these are read by workers, which make a part of the index of them at once. */
const mostReadHere = 300
const saveAfterMs = 5000
const tellAfterMs = 500
/** After so many falls in a row, none of which got done, the index rests: it is begun anew by what is asked after that. */
const mostFalls = 3
const restMs = 60_000
/** What a worker falls over is asked of so many. */
const mostTries = 2

export const createIndexing = ({
  records, catalog, recordPath, folder, textFolder, findAttachment, documents, workers, synonyms, whenChecked, onDamage, onFound, log,
}: IndexingParts): Indexing => {
  const builders = createBuilders(workers.index, (error) => { log.error('an index worker fell', { error: String(error) }) })
  let opening: Promise<void> | undefined
  let openings = 0
  let bringing: Promise<void> = Promise.resolve()
  let isClosed = false
  let isCaughtUp = false
  let progress: Progress | null = null
  let isMerging = false
  let falls = 0
  let restsUntil = 0
  /** What another program wrote, and was not read since: the dates that an opening compares say nothing of it. */
  const written = new Set<string>()
  /** Records whose uses are to be told to the index. */
  const touched = new Set<string>()
  let saving: NodeJS.Timeout | undefined
  const found = new Set<string>()
  let telling: NodeJS.Timeout | undefined

  const tell = (what: string) => (error: unknown): void => { if (!isClosed) log.error(what, { error: String(error) }) }

  const client = createSearchClient(workers.search, (error) => {
    falls += 1
    log.error('the search worker fell', { error: String(error), falls })
    isCaughtUp = false
    if (isClosed) return
    if (falls < mostFalls) beginOpening()
    else rest()
  })

  const rest = (): void => {
    opening = undefined
    restsUntil = performance.now() + restMs
  }

  /** A worker that is started by what is asked would be empty as long as nobody opens it. */
  const askOpen: SearchClient['ask'] = async (kind, request) => {
    if (!opening) throw new SearchWorkerFell('the search rests, its workers fell')
    return client.ask(kind, request)
  }

  /** Files are read one after another, many of them when a library is opened first: told now and then. */
  const tellLater = (ids: readonly string[]): void => {
    for (const id of ids) found.add(id)
    telling ??= setTimeout(() => {
      telling = undefined
      onFound([...found])
      found.clear()
    }, tellAfterMs).unref()
  }

  const ask: Indexing['ask'] = async (kind, request) => {
    for (let tries = 1; ; tries += 1) {
      try {
        await opening
        return await askOpen(kind, request)
      } catch (error) {
        if (!(error instanceof SearchWorkerFell) || isClosed || falls >= mostFalls || tries === mostTries) throw error
      }
    }
  }

  const feed = createIndexFeed({
    ask: askOpen, records, catalog, documents, textFolder, findAttachment, onDamage, log,
    onText: (ids) => {
      saveSoon()
      tellLater(ids)
    },
  })

  const catchUp = async (ids: readonly string[]): Promise<void> => {
    if (ids.length <= mostReadHere) { await feed.read(ids); return }
    progress = { done: 0, total: ids.length }
    await buildRecords({
      builders, folder, files: ids.map((id) => [id, recordPath(id)]),
      onDone: (done) => { progress = { done, total: ids.length } },
      onFailure: onDamage,
      adopt: async (stored) => {
        await ask('adopt', { stored, of: [] })
        await ask('save', {})
      },
    })
  }

  const merge = async (parts: Extract<BuildRequest, { kind: 'merge' }>['parts']): Promise<void> => {
    const { stored } = await builders.make({ kind: 'merge', folder, parts })
    if (!stored) return
    await ask('adopt', { stored, of: parts.map(({ name }) => name) })
    await ask('save', {})
  }

  /** What can be merged is, once at a time. */
  const save = async (): Promise<void> => {
    const { mergeable } = await askOpen('save', {})
    if (!mergeable || isClosed || isMerging) return
    isMerging = true
    await merge(mergeable).finally(() => { isMerging = false })
  }

  const saveSoon = (): void => {
    saving ??= setTimeout(() => {
      saving = undefined
      void save().catch(tell('the search index was not saved'))
    }, saveAfterMs).unref()
  }

  const setUses = async (ids: Iterable<string>): Promise<void> => {
    const uses: [string, number][] = []
    let asked = 0
    for (const id of ids) {
      const count = catalog.backlinkCount(id)
      if (count > 0) uses.push([id, count])
      if ((asked += 1) % 1000 === 0) await pause(0)
    }
    await askOpen('setUses', { uses })
  }

  /** What is taken in together often touches the same record, a product that many take up, say: it is told once. */
  const setUsesSoon = (ids: readonly string[]): void => {
    const isDue = touched.size > 0
    for (const id of ids) touched.add(id)
    if (isDue) return
    void pause(0).then(async () => {
      const due = [...touched]
      touched.clear()
      await setUses(due)
    }).catch(tell('how often records are used was not indexed'))
  }

  const open = async (): Promise<void> => {
    const { trouble } = await client.ask('open', { folder, synonyms: synonyms() })
    if (trouble !== null) log.info('the search index is made anew', { why: trouble })
    // One after the other: what an earlier one still builds is taken in by then.
    bringing = bringing.then(bringUpToDate).catch(tell('the search index was not brought up to date'))
  }

  const readWritten = async (): Promise<void> => {
    const ids = [...written]
    await feed.read(ids)
    for (const id of ids) written.delete(id)
  }

  /** Removes from the index what is no longer there, and adds what it lacks. Answers with what still lacked the text of a file. */
  const makeEqual = async (): Promise<Difference['pending']> => {
    const holdings = await askOpen('holdings', {})
    const { missing, extra, pending, held } = await compareHoldings(holdings, catalog)
    feed.hold(held, pending)
    if (extra.length > 0) await askOpen('remove', { ids: extra })
    await catchUp(missing)
    return pending
  }

  const bringUpToDate = async (): Promise<void> => {
    const number = openings
    progress = null
    await whenChecked()
    await makeEqual()
    // What was saved or deleted meanwhile may have been read before, and taken in afterwards.
    const pending = await makeEqual()
    await readWritten()
    await setUses(catalog.ids())
    // Where a worker fell meanwhile, what it held may be gone: whoever brings up to date what the next one opened says so.
    if (number !== openings) return
    isCaughtUp = true
    progress = null
    falls = 0
    await save().catch(tell('the search index was not saved'))
    await feed.prune()
    await feed.read([...pending.keys()])
  }

  const beginOpening = (): void => {
    openings += 1
    const begun = open()
    opening = begun
    begun.catch((error: unknown) => {
      // Where its worker fell, the next one may be opening already.
      if (opening === begun) rest()
      tell('the search index was not opened')(error)
    })
  }

  const begin = (): void => { if (!opening && !isClosed && performance.now() >= restsUntil) beginOpening() }

  return {
    begin,
    put: (record, refersTo) => {
      if (!opening) return
      void feed.take(record).then(() => { setUsesSoon([record.id, ...refersTo]) }).catch(tell('a record was not indexed'))
      saveSoon()
    },
    remove: (id) => {
      if (!opening) return
      void feed.drop(id).catch(tell('a record was not removed from the index'))
      saveSoon()
    },
    refresh: async (ids) => {
      for (const id of ids) written.add(id)
      if (!opening) return
      await readWritten()
      saveSoon()
    },
    isComplete: () => isCaughtUp,
    progress: () => progress,
    textOf: feed.textOf,
    filesToRead: feed.filesToRead,
    unreadFiles: feed.unreadFiles,
    setSynonyms: (groups) => { if (opening) void askOpen('setSynonyms', { synonyms: groups }).catch(tell('synonyms were not taken in')) },
    ask: async (kind, request) => {
      begin()
      return ask(kind, request).catch((error: unknown) => {
        throw error instanceof SearchWorkerFell ? new AppError('search_unavailable', {}, { cause: error }) : error
      })
    },
    close: async () => {
      clearTimeout(saving)
      clearTimeout(telling)
      const wasOpen = opening !== undefined && !isClosed
      isClosed = true
      await feed.close()
      await builders.close()
      if (wasOpen) await opening?.then(async () => askOpen('save', {})).catch((error: unknown) => { log.warn('the search index was not saved', { error: String(error) }) })
      await client.close()
    },
  }
}

