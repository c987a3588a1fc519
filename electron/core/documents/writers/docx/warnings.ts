/** What could not be written as it stands, counted by kind. */
import { exportWarnings, type ExportWarning } from '#shared/contract/documents'

export interface Warnings {
  add(code: ExportWarning['code'], name: string): void
  /** `detail` says which ones, as far as they have names. */
  all(): ExportWarning[]
}

const maxNames = 10

export const createWarnings = (): Warnings => {
  const found = new Map<ExportWarning['code'], { count: number; names: Set<string> }>()
  return {
    add: (code, name) => {
      const entry = found.get(code) ?? { count: 0, names: new Set() }
      entry.count += 1
      if (name !== '' && entry.names.size < maxNames) entry.names.add(name)
      found.set(code, entry)
    },
    all: () => exportWarnings.flatMap((code) => {
      const entry = found.get(code)
      return entry ? [{ code, count: entry.count, detail: [...entry.names].join('、') }] : []
    }),
  }
}
