/** Where everything lies inside a library's folder (docs/library-format.md). */
import { join } from 'node:path'
import { Uuid } from '#shared/model/ids'

/** Ids are UUIDv7, whose first digits are a time: the last two spread records evenly. */
export const idShard = (id: string): string => id.slice(-2)

export const libraryPaths = (root: string) => ({
  root,
  library: join(root, 'library.json'),
  lock: join(root, 'lock'),
  records: join(root, 'records'),
  record: (id: string) => join(root, 'records', idShard(id), `${id}.json`),
  history: join(root, 'history'),
  historyOf: (id: string) => join(root, 'history', idShard(id), id),
  revision: (id: string, revisionId: string) => join(root, 'history', idShard(id), id, `${revisionId}.json.gz`),
  editions: join(root, 'editions'),
  editionsOf: (recordId: string) => join(root, 'editions', idShard(recordId), recordId),
  edition: (recordId: string, seal: string) => join(root, 'editions', idShard(recordId), recordId, `${seal}.json`),
  commentFiles: join(root, 'comments'),
  comments: (recordId: string) => join(root, 'comments', idShard(recordId), `${recordId}.json`),
  templates: join(root, 'templates'),
  template: (id: string) => join(root, 'templates', `${id}.json`),
  copies: join(root, 'filled'),
  copiesOf: (toolId: string) => join(root, 'filled', idShard(toolId), toolId),
  copy: (toolId: string, id: string) => join(root, 'filled', idShard(toolId), toolId, `${id}.json`),
  exchanges: join(root, 'exchanges'),
  exchange: (id: string) => join(root, 'exchanges', `${id}.json`),
  trash: join(root, 'trash'),
  trashed: (id: string) => join(root, 'trash', idShard(id), `${id}.json`),
  operations: join(root, 'operations'),
  operation: (id: string) => join(root, 'operations', `${id}.json`),
  /** What could not be read and was replaced: kept as it was, under the path that it had, one folder for each time. */
  setAside: join(root, 'set-aside'),
  /** The last good `library.json` before the one in place. */
  libraryCopy: join(root, 'history', 'library.json'),
  /** Transactions of one device. */
  journal: (device: string) => join(root, 'journal', device),
  attachments: join(root, 'attachments'),
  attachment: (sha256: string) => join(root, 'attachments', sha256.slice(0, 2), sha256),
  /** Where the sweep holds an attachment for the moment in which it makes sure that nothing needs it. */
  swept: join(root, 'attachments', 'swept'),
})

/** The id that a file is named by; none of a file that is no JSON or not named by an id, such as the copy that a sync tool makes. */
export const idOfFile = (name: string): string[] => {
  const id = name.endsWith('.json') ? Uuid.safeParse(name.slice(0, -'.json'.length)) : undefined
  return id?.success ? [id.data] : []
}

export type LibraryPaths = ReturnType<typeof libraryPaths>
