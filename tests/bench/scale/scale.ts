/**
 * `scale`: whether the library holds at the size that it is designed for: `--count` records, ten revisions each, half a megabyte of
 * attachments each, one of 2.5 GB among them. Smaller is better in all figures. `open_ms`: as in `store`; `save_ms`: a save that begins a
 * revision, `history_ms`: listing a record's revisions and reading its first, medians; `verify_s`, `sweep_s`: checking all of it, and removing
 * attachments that nothing names; `bulk_edit_s`, `bulk_delete_s`, `undo_s`: 1,000 records at once, and the deletion taken back. `…_rss_mb` is
 * the peak of that process, `…_block_ms` the longest time in which its thread did nothing else.
 */
import { join } from 'node:path'
import { round, timed, withFolder, type BenchResult } from '../benchCore'
import { median } from '../store/saving'
import { makeScaleLibrary } from './makeLibrary'
import { mega } from './sparseAttachments'
import { measure } from './steps'

const openings = 5

export const benchScale = async (count: number): Promise<BenchResult> => withFolder(async (home) => {
  let made = { bytes: 0, attachmentBytes: 0 }
  const makeMs = await timed(async () => { made = await makeScaleLibrary(join(home, 'library'), count) })
  const cold = await measure('open', home, count)
  // The catalog that the next openings read is left behind by whoever closes the library.
  const history = await measure('history', home, count)
  const warm: number[] = []
  for (let each = 0; each < openings; each += 1) warm.push((await measure('open', home, count)).ms ?? 0)
  const verify = await measure('verify', home, count)
  const sweep = await measure('sweep', home, count)
  const save = await measure('save', home, count)
  const bulk = await measure('bulk', home, count)
  const figures: Record<string, number | undefined> = {
    open_ms: median(warm), open_cold_ms: cold.ms, save_ms: save.ms, history_ms: history.ms,
    verify_s: verify.seconds, verify_rss_mb: verify.rssMb, verify_block_ms: verify.blockMs,
    sweep_s: sweep.seconds, sweep_rss_mb: sweep.rssMb, sweep_block_ms: sweep.blockMs,
    bulk_edit_s: bulk.editSeconds, bulk_delete_s: bulk.removeSeconds, undo_s: bulk.undoSeconds, bulk_rss_mb: bulk.rssMb, bulk_block_ms: bulk.blockMs,
  }
  return {
    name: 'scale',
    sizes: {
      records: count, record_bytes: Math.round(made.bytes / count), revisions: verify.revisions ?? 0, attachment_mb: Math.round(made.attachmentBytes / mega),
      make_s: round(makeMs / 1000),
    },
    figures: Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, round(value ?? NaN)])),
  }
})
