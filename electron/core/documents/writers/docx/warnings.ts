/** What could not be written as it stands, counted by kind. */
import { z } from 'zod'

const docxWarnings = ['picture_missing', 'picture_unsupported', 'unknown_block', 'other'] as const

/** `detail`: which ones, as far as they have names. */
export const DocxWarning = z.object({ code: z.enum(docxWarnings), count: z.int().min(1), detail: z.string() })
export type DocxWarning = z.infer<typeof DocxWarning>

export interface Warnings {
  add(code: DocxWarning['code'], name: string): void
  all(): DocxWarning[]
}

const maxNames = 10

export const createWarnings = (): Warnings => {
  const found = new Map<DocxWarning['code'], { count: number; names: Set<string> }>()
  return {
    add: (code, name) => {
      const entry = found.get(code) ?? { count: 0, names: new Set() }
      entry.count += 1
      if (name !== '' && entry.names.size < maxNames) entry.names.add(name)
      found.set(code, entry)
    },
    all: () => docxWarnings.flatMap((code) => {
      const entry = found.get(code)
      return entry ? [{ code, count: entry.count, detail: [...entry.names].join('、') }] : []
    }),
  }
}
