/** The human number (编号) of a record: unit code, type, year, sequence. Given by the home library, never reused. */
import type { LibraryFile } from '#shared/model/library'
import { recordTypes, type RecordType } from '#shared/model/recordTypes'
import type { Catalog } from '../store/catalog/catalog'
import { sequenceOf } from '../store/catalog/numbers'
import type { StoredDocument } from '../store/jsonFile'

export interface Numbering {
  /** Waits until the catalog is known to be as the folder says: one that a crash left old does not know the last numbers. */
  next: (type: RecordType, now: number) => Promise<string>
  /** Sees to it, durably, that no number is given again although its record goes. Throws `store_write_failed`. */
  keep: (numbers: readonly string[]) => Promise<void>
  /** Writes the highest numbers given to `library.json`, so that they outlast the records that bear them. */
  flush: () => Promise<void>
}

/** Numbers that are not written yet are still on their records; only losing both within this time could give one twice. */
const flushAfterMs = 1000

export const createNumbering = (
  library: StoredDocument<LibraryFile>, catalog: Catalog, whenChecked: () => Promise<void>, mayWrite: () => boolean, onFailure: (error: unknown) => void,
): Numbering => {
  const given = new Map<string, number>()
  let timer: NodeJS.Timeout | undefined

  const flush = async (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    const fresh = [...given].filter(([prefix, sequence]) => sequence > (library.current().numbering[prefix] ?? 0))
    if (fresh.length > 0) await library.update((file) => ({ ...file, numbering: { ...file.numbering, ...Object.fromEntries(fresh) } }))
  }

  const give = (prefix: string, sequence: number): void => { given.set(prefix, Math.max(given.get(prefix) ?? 0, sequence)) }

  return {
    keep: async (numbers) => {
      for (const number of numbers) {
        const { prefix, sequence } = sequenceOf(number) ?? { prefix: '', sequence: 0 }
        if (prefix.startsWith(`${library.current().unit.code}-`)) give(prefix, sequence)
      }
      await flush()
    },
    next: async (type, now) => {
      await whenChecked()
      const { unit, numbering } = library.current()
      const prefix = `${unit.code}-${recordTypes[type].code}-${String(new Date(now).getFullYear())}-`
      const sequence = Math.max(given.get(prefix) ?? 0, numbering[prefix] ?? 0, catalog.highestSequence(prefix)) + 1
      give(prefix, sequence)
      timer ??= setTimeout(() => { if (mayWrite()) flush().catch(onFailure) }, flushAfterMs)
      return `${prefix}${String(sequence).padStart(4, '0')}`
    },
    flush,
  }
}
