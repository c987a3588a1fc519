/** What an examination of the library's files gathers on its way, and how one check of a file becomes a problem. */
import { toFailure, type Failure } from '#shared/contract/errors'
import type { DamagedFile, NamedRecord, Problem, ProblemKind } from '#shared/contract/library'
import { contentAttachments } from '#shared/model/body/walk'
import type { Edition } from '#shared/model/edition'
import type { RecordContent } from '#shared/model/record'
import type { Session } from '../session'
import { problemOf } from './problems'

/** Where a missing file can be brought back from: answers whether it did. */
export type FromBackup = (session: Session, path: string) => Promise<boolean>

/** The keys of the library: whether they signed an edition, and when the first were made, undefined where there are none or they can't be read. */
export interface OwnSignatures { isOwn: (edition: Edition) => Promise<boolean>; since: string | undefined }

type Known = Parameters<typeof problemOf>[3]

export interface Examination {
  session: Session
  device: string
  hasBackup: boolean
  signatures: OwnSignatures
  counts: { records: number; revisions: number; editions: number }
  problems: Problem[]
  /** Files that may name attachments and could not be read whole. */
  unread: DamagedFile[]
  /** Attachments that a content shows or carries, with the records that do. */
  shown: Map<string, NamedRecord[]>
  /** Attachments that may be swept, with their bytes: those that nothing named so far. */
  unused: Map<string, number>
  report: (kind: ProblemKind, path: string, failure: Failure, known?: Known) => void
  /** Runs one check; what it throws is a problem of that file. Answers what it read, undefined for a problem. */
  check: <T>(kind: ProblemKind, path: string, work: () => Promise<T>, known?: Known) => Promise<T | undefined>
  /** Notes every hash in a text as named, whatever it stands for: keys that this version does not know may name attachments too. */
  name: (text: string) => void
  show: (content: Pick<RecordContent, 'body' | 'attachments'>, by: NamedRecord) => void
}

/** Kinds of files in which attachments are named: while one of them can't be read, nobody knows which. */
const naming: ReadonlySet<ProblemKind> = new Set(['head', 'headMissing', 'edited', 'revision', 'edition', 'trash', 'template', 'exchange', 'operation', 'journal', 'folder'])

const recordsShown = 20

export const createExamination = (session: Session, device: string, signal: AbortSignal, { hasBackup, signatures }: Pick<Examination, 'hasBackup' | 'signatures'>): Examination => {
  const problems: Problem[] = []
  const unread: DamagedFile[] = []
  const shown = new Map<string, NamedRecord[]>()
  const unused = new Map<string, number>()

  const report: Examination['report'] = (kind, path, failure, known) => {
    problems.push(problemOf(kind, path, failure, { ...known, hasBackup }))
    if (naming.has(kind)) unread.push({ path, failure })
  }

  return {
    session, device, hasBackup, signatures, problems, unread, shown, unused, report,
    counts: { records: 0, revisions: 0, editions: 0 },
    check: async (kind, path, work, known) => {
      signal.throwIfAborted()
      try {
        return await work()
      } catch (error) {
        const failure = toFailure(error)
        if (!failure) throw error
        report(kind, path, failure, known)
        return undefined
      }
    },
    name: (text) => { for (const [hash] of text.matchAll(/[0-9a-f]{64}/g)) unused.delete(hash) },
    show: (content, by) => {
      for (const sha256 of contentAttachments(content)) {
        const records = shown.get(sha256)
        if (!records) shown.set(sha256, [by])
        else if (records.length < recordsShown && !records.some(({ id }) => id === by.id)) records.push(by)
      }
    },
  }
}
