/** Editions on disk: one sealed file each, never rewritten. */
import { AppError } from '#shared/contract/errors'
import { Edition } from '#shared/model/edition'
import { formatJson, hashJson } from './canonicalJson'
import type { LibraryPaths } from './folders'
import type { Journal } from './journal'
import { parseRecordDocument } from './recordDocument'
import type { FileWrite } from './fileWrite'
import { isTrueRevision } from './revisions'

/** The seal that an edition must have: the hash of all its keys but the seal. */
export const sealOf = ({ seal: _seal, ...rest }: Edition): string => hashJson(rest)

/** Whether an edition still is what was sealed, and its content what its revision says. */
export const isIntact = (edition: Edition): boolean =>
  sealOf(edition) === edition.seal && isTrueRevision({ id: edition.recordId, revision: edition.revision, content: edition.content })

export interface EditionStore {
  /** The seals of a product's editions, by the names of their files. Throws `file_unreadable`. */
  seals: (recordId: string) => Promise<string[]>
  /** An edition as its file says, under the identity that the file is named by, whether or not it is intact. Throws `not_found`, `store_corrupt`, `file_unreadable`. */
  read: (recordId: string, seal: string) => Promise<Edition>
  write: (edition: Edition) => FileWrite
}

export const createEditionStore = (paths: LibraryPaths, journal: Journal): EditionStore => ({
  seals: async (recordId) =>
    (await journal.names(paths.editionsOf(recordId))).flatMap((name) => (/^[0-9a-f]{64}\.json$/.test(name) ? [name.slice(0, 64)] : [])),
  read: async (recordId, seal) => {
    const path = paths.edition(recordId, seal)
    const bytes = await journal.read(path)
    if (bytes === undefined) throw new AppError('not_found', { kind: 'edition', id: seal })
    // A file that holds another edition, however well sealed, is not the one that was released under this name.
    return { ...parseRecordDocument(path, bytes, Edition), recordId, seal }
  },
  write: (edition) => ({ path: paths.edition(edition.recordId, edition.seal), data: formatJson(edition) }),
})
