/** Builds processes of their own out of TypeScript, for tests that kill them. */
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { bundle } from '../../scripts/bundle.mjs'

const cache = join(import.meta.dirname, '../../.cache')

export interface Bundled { path: string; remove: () => Promise<void> }

/** `entry` is relative to `tests/fault`. */
export const bundleProcess = async (entry: string): Promise<Bundled> => {
  const folder = await mkdtemp(join(cache, 'fault-'))
  await bundle({ entry: join(import.meta.dirname, entry) }, folder)
  return { path: join(folder, 'entry.js'), remove: async () => rm(folder, { recursive: true, force: true }) }
}
