/**
 * `store`: what saving, transactions and opening cost beside the bare operations. Ratios are of one run. `save_ratio`: a save within a
 * sitting, call to answer, over write + fsync + rename + fsync of the folder of the same bytes, medians; `first_save_ratio`: one that
 * begins a revision, so that history is written first. `transaction_ratio`: a transaction of 1,000 records over writing the same files
 * with one fsync each. `open_ms`, `open_ratio`: a new process from loading the core to the first list, and that over reading and parsing every
 * record's file, sixteen at a time; `reopen_cold_ratio`: the same with the caches deleted. `core_rss_mb`: resident memory of a core that
 * has it open, search not counted. `facet_ms`: counts of two filters after an edit, 95th percentile. Smaller is better.
 */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { round, withFolder, type BenchResult } from '../benchCore'
import { makeLargeLibrary } from './makeLibrary'
import { measureOpening } from './opening'
import { measureSaves, measureTransaction } from './saving'

const inTransaction = 1000

export const benchStore = async (count: number): Promise<BenchResult> => withFolder(async (home) => {
  const saves = await measureSaves(join(home, 'saves'))
  const transaction = await measureTransaction(join(home, 'transactions'), inTransaction)
  const large = join(home, 'large')
  const { bytes } = await makeLargeLibrary(join(large, 'library'), count)
  const opening = await measureOpening(large, async () => rm(join(large, 'cache'), { recursive: true, force: true }))
  return {
    name: 'store',
    sizes: { records: count, record_bytes: Math.round(bytes / count), saved_bytes: saves.bytes, transaction_records: inTransaction },
    figures: {
      save_ratio: round(saves.save / saves.bare), first_save_ratio: round(saves.firstSave / saves.bare), save_ms: round(saves.save), bare_save_ms: round(saves.bare),
      transaction_ratio: round(transaction.transaction / transaction.bare), transaction_ms: round(transaction.transaction),
      open_ratio: round(opening.warm / opening.bare), open_ms: round(opening.warm), reopen_cold_ratio: round(opening.cold / opening.bare), bare_read_ms: round(opening.bare),
      core_rss_mb: round(opening.rss), facet_ms: round(opening.facets),
    },
  }
})
