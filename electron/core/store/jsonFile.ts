/** One JSON document on disk as a lowdb adapter: checked by its schema on the way in and out, written durably. */
import { Low, type Adapter } from 'lowdb'
import { z } from 'zod'
import { AppError } from '#shared/contract/errors'
import { isTooDeep } from '#shared/text/jsonDepth'
import { formatJson } from './canonicalJson'
import { readIfThere, writeDurably } from './durableFile'
import { formatOf, migrate, type Migration } from './migrations'

const firstIssue = (error: z.ZodError): string => {
  const issue = error.issues[0]
  return issue ? `${issue.path.join('.') || '(top)'}: ${issue.message}` : 'does not fit its schema'
}

/** What is nested too deep is not even parsed: that alone can take minutes, and whoever walks it exhausts the stack. */
const parseJson = (path: string, bytes: Uint8Array): unknown => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (isTooDeep(text)) throw new RangeError('nested too deep')
    return JSON.parse(text)
  } catch (error) {
    throw new AppError('store_corrupt', { path, reason: error instanceof Error ? error.message : 'not JSON' }, { cause: error })
  }
}

const Versions = z.looseObject({
  format: z.int().default(1),
  content: z.looseObject({ body: z.looseObject({ version: z.int() }) }).optional(),
})

/** What does not fit may have been written by a newer version than that of the last migration: that is no damage. */
const newerVersion = (path: string, json: unknown, supported: number): AppError | undefined => {
  const versions = Versions.safeParse(json)
  if (!versions.success) return undefined
  const { format, content } = versions.data
  if (format > supported) return new AppError('library_newer_format', { path, found: format, supported })
  const body = content?.body.version ?? 1
  return body > 1 ? new AppError('library_newer_format', { path, found: body, supported: 1 }) : undefined
}

/** The format that a file has as it stands; undefined where there is none. Throws `store_corrupt`, `file_unreadable`. */
export const writtenFormat = async (path: string): Promise<number | undefined> => {
  const bytes = await readIfThere(path)
  return bytes === undefined ? undefined : formatOf(parseJson(path, bytes))
}

/** Reads bytes as a document of the schema, older formats by their migrations. Throws `library_newer_format`, or `store_corrupt`, naming the first thing that does not fit. */
export const parseDocument = <T>(path: string, bytes: Uint8Array, schema: z.ZodType<T>, migrations: readonly Migration[] = []): T => {
  const json = migrate(parseJson(path, bytes), migrations)
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed.data
  throw newerVersion(path, json, migrations.length + 1) ?? new AppError('store_corrupt', { path, reason: firstIssue(parsed.error) }, { cause: parsed.error })
}

export const createJsonFile = <T>(path: string, schema: z.ZodType<T>, migrations: readonly Migration[] = []): Adapter<T> => ({
  read: async () => {
    const bytes = await readIfThere(path)
    return bytes === undefined ? null : parseDocument(path, bytes, schema, migrations)
  },
  write: async (data) => {
    await writeDurably(path, formatJson(schema.parse(data)))
  },
})

export interface StoredDocument<T> {
  /** The document as it stands on disk. */
  current: () => T
  /**
   * Applies one change, after those before it, to what is on disk then: another program may have written it meanwhile.
   * A write that fails leaves both memory and disk as they were.
   */
  update: (change: (data: T) => T) => Promise<T>
  /** Reads it again, after another program wrote it. What is there now can't be read: it throws, and the document stays as it was. */
  refresh: () => Promise<T>
}

/** A whole document behind lowdb. It is written only by `update`; a missing file reads as `initial`. */
export const openDocument = async <T>(path: string, schema: z.ZodType<T>, initial: T): Promise<StoredDocument<T>> =>
  openAdapter(createJsonFile(path, schema), initial)

/** The same over any adapter. */
export const openAdapter = async <T>(adapter: Adapter<T>, initial: T): Promise<StoredDocument<T>> => {
  const low = new Low<T>(adapter, initial)
  await low.read()
  // lowdb's own data is ahead of the disk while it writes.
  let stored = low.data
  let queue: Promise<unknown> = Promise.resolve()

  const apply = async (change: (data: T) => T): Promise<T> => {
    await low.read()
    const before = low.data
    low.data = change(before)
    try {
      await low.write()
    } catch (error) {
      low.data = before
      await low.read().catch(() => undefined)
      throw error
    } finally {
      stored = low.data
    }
    return stored
  }

  const inTurn = async (work: () => Promise<T>): Promise<T> => {
    const result = queue.then(work)
    queue = result.catch(() => undefined)
    return result
  }

  return {
    current: () => stored,
    update: async (change) => inTurn(async () => apply(change)),
    refresh: async () => inTurn(async () => {
      await low.read()
      stored = low.data
      return stored
    }),
  }
}
