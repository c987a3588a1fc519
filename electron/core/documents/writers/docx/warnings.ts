/** What could not be written as it stands, counted by kind. */
export const docxWarnings = ['picture_missing', 'picture_unsupported', 'unknown_block', 'other'] as const

export interface DocxWarning {
  code: (typeof docxWarnings)[number]
  count: number
  /** Which ones, as far as they have names. */
  detail: string
}

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
