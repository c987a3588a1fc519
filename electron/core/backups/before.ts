/** What the runs before hold already, as far as it can be relied on. */
import type { BackedUpFile } from '#shared/model/backup'
import { isAppError } from '#shared/contract/errors'
import { sizeIfThere } from './format'
import { eachRun, placeOfPart, readFiles, readKnownDamage, type Run } from './runs'

export interface Before {
  /** A file whose part is there in its size, and of which no damage is known. */
  find: (path: string) => BackedUpFile | undefined
  /** Parts that are there, with their size in bytes. */
  parts: ReadonlyMap<string, number>
}

const partsThere = async (run: Run): Promise<Map<string, number>> => {
  const there = new Map<string, number>()
  for (const { path, size } of run.manifest.parts) if (await sizeIfThere(placeOfPart(run, path)) === size) there.set(path, size)
  return there
}

/** The latest run whose list can be read; with none of them, everything is new. */
export const loadBefore = async (libraryFolder: string): Promise<Before> => {
  for await (const run of eachRun(libraryFolder, () => undefined)) {
    try {
      const files = await readFiles(run)
      const parts = await partsThere(run)
      const known = await readKnownDamage(run)
      const find: Before['find'] = (path) => {
        const file = files.get(path)
        return file && parts.has(file.part) && !known.has(path) ? file : undefined
      }
      return { find, parts }
    } catch (error) {
      if (!isAppError(error)) throw error
    }
  }
  return { find: () => undefined, parts: new Map() }
}
