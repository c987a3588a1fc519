/**
 * What was read of files, in the cache: `texts/<first two digits>/<sha256>.json.gz`, the text or why there is none. Derived and disposable:
 * what can't be read, or was made by other readers, is not there.
 */
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { z } from 'zod'
import { ImportFailure } from '#shared/contract/imports'
import { Sha256 } from '#shared/model/ids'
import { FileText, maxCharacters, readersVersion } from '../../documents/readers/text/fileText'
import { namesIn, writeDurably } from '../../store/durableFile'

const head = { format: z.literal(1), readers: z.literal(readersVersion) }

const KeptText = z.discriminatedUnion('outcome', [
  z.object({ ...head, outcome: z.literal('read'), text: FileText }),
  z.object({ ...head, outcome: z.literal('failed'), failure: ImportFailure }),
])

/** A file's text, or why it has none. */
export type ReadOutcome = { outcome: 'read'; text: FileText } | { outcome: 'failed'; failure: ImportFailure }

export interface KeptTexts {
  read: (sha256: string) => Promise<ReadOutcome | undefined>
  /** Throws `store_write_failed`. */
  write: (sha256: string, outcome: ReadOutcome) => Promise<void>
  /** Removes all but these, and what is none of ours. */
  prune: (used: ReadonlySet<string>) => Promise<void>
}

const pack = promisify(gzip)
const unpack = promisify(gunzip)

/** No character takes more than six bytes of JSON, and pieces are not many to a character. */
const maxOutputLength = 16 * maxCharacters
const extension = '.json.gz'

/** `folder` is the library's own in the cache. */
export const createKeptTexts = (folder: string): KeptTexts => {
  const texts = join(folder, 'texts')
  const pathOf = (sha256: string): string => join(texts, sha256.slice(0, 2), `${Sha256.parse(sha256)}${extension}`)

  return {
    read: async (sha256) => {
      const path = pathOf(sha256)
      try {
        const json = (await unpack(await readFile(path), { maxOutputLength })).toString('utf8')
        return KeptText.parse(JSON.parse(json))
      } catch {
        return undefined
      }
    },
    write: async (sha256, outcome) => {
      const json = JSON.stringify({ format: 1, readers: readersVersion, ...outcome })
      await writeDurably(pathOf(sha256), await pack(json, { level: 1 }))
    },
    prune: async (used) => {
      for (const group of await namesIn(texts)) {
        for (const name of await namesIn(join(texts, group))) {
          const sha256 = name.slice(0, -extension.length)
          if (!name.endsWith(extension) || !used.has(sha256)) await rm(join(texts, group, name), { recursive: true, force: true })
        }
      }
    },
  }
}
