/** Packages that came: looking into one, comparing it with the library, taking it in as it was decided. */
import { AppError } from '#shared/contract/errors'
import type { ForeignWord, MergeDecision, MergeSides, NamedRevision, WordsToAdd } from '#shared/contract/packageMerge'
import type { OpenedPackage } from '#shared/contract/packages'
import type { ExchangeFile } from '#shared/model/exchange'
import type { LibraryFile } from '#shared/model/library'
import type { RevisionFile } from '#shared/model/record'
import { VocabularyKind } from '#shared/model/vocabularies/rows'
import { withWordMap, wordMapFor, type WordMap } from '#shared/model/wordMaps'
import { openPackage, type OpenPackage } from '../../packages/openPackage'
import { reopenPackage } from '../../packages/reopenPackage'
import type { Changes } from '../changes'
import type { DownloadService } from '../downloads'
import { createResults } from '../jobResults'
import type { JobControl, JobService } from '../jobs'
import type { PackageKeys } from '../keys'
import { withWordsChanged } from '../operations'
import type { Session, SessionHolder } from '../session'
import type { SettingsService } from '../settings'
import { withWords } from '../vocabularies'
import { checkPackage, readRevisionPart } from './check'
import { comparePackage, named, type VerifiedPackage } from './compare'
import { lazySentTwins } from './masking'
import { readable, type Readable } from './plainCopies'
import { expectTrust, isClockAhead, signatureOf } from './safety'
import { countWords, foreignWords, noWordCounts } from './senderWords'
import { missingBase } from './sent'
import { sidesOf, standingOf, type Comparing } from './standing'
import { takePackage } from './take'

export interface Opening {
  open: (path: string, passphrase?: string) => { jobId: string }
  opened: (jobId: string, words?: WordMap) => Promise<OpenedPackage>
  sides: (jobId: string, id: string, words?: WordMap) => Promise<MergeSides>
  foreignWords: (jobId: string) => ForeignWord[]
  take: (jobId: string, choice: TakeChoice) => Promise<{ jobId: string }>
  taken: (jobId: string) => ExchangeFile
}

/** What is decided for a package that is taken; without `words` those count that were chosen before. `accept`: also where nobody vouches for it. */
export interface TakeChoice {
  decisions: Readonly<Record<string, MergeDecision>>
  seen: Readonly<Record<string, string | null>>
  words?: WordMap | undefined
  addWords: WordsToAdd
  accept: boolean
}

/** `signing` is the key that signed it, `inside` the hash of what was verified, of an encrypted one that of its plain copy. */
interface LookedInto extends VerifiedPackage, Readable { signing: string | null; inside: string }

export interface OpeningParts {
  jobs: JobService; sessions: SessionHolder; settings: SettingsService; changes: Changes; now: () => number; keys: PackageKeys
  /** Where the plain copies of encrypted packages lie. */
  copies: DownloadService
}

const withAddedWords = (library: LibraryFile, words: WordsToAdd): LibraryFile => VocabularyKind.options.reduce((file, kind) => {
  const added = words[kind] ?? []
  return added.length > 0 ? withWords(file, kind, added, null) : file
}, library)

const wordsFor = (session: Session, { manifest }: VerifiedPackage, words: WordMap | undefined): WordMap => words ?? wordMapFor(session.folder.library.current(), manifest.library.id)

export const createOpening = ({ jobs, sessions, settings, changes, now, keys, copies }: OpeningParts): Opening => {
  const verified = createResults<LookedInto>(jobs)
  const taken = createResults<ExchangeFile>(jobs)

  /** Opens a package, every byte and every record of it verified, for as long as `work` takes. */
  const withPackage = async <T>(
    { path, copy }: { path: string } & Pick<Readable, 'copy'>, { signal, progress }: JobControl, work: (opened: OpenPackage) => Promise<T>, onHead?: (head: RevisionFile) => void,
  ): Promise<T> => {
    const opened = await openPackage(copy?.path ?? path, { signal, said: path })
    try {
      const { records, editions } = opened.manifest
      let done = 0
      progress({ total: records.reduce((sum, { revisions }) => sum + revisions.length, 0) + editions.length, done })
      await checkPackage(opened, path, (current) => {
        signal.throwIfAborted()
        progress({ done: (done += 1), current })
      }, onHead)
      return await work(opened)
    } finally {
      await opened.close()
    }
  }

  /** Throws `package_locked` where its plain copy was removed, since it was taken: it is opened anew. */
  const expectReadable = ({ path, encrypted, copy }: LookedInto): void => {
    if (encrypted && !(copy && copies.find(copy.id))) throw new AppError('package_locked', { path, needs: encrypted === 'passphrase' ? 'passphrase' : 'key', wrong: false })
  }

  /** Looks into a package that was verified, without reading all of it again. */
  const comparing = async <T>(session: Session, looked: LookedInto, words: WordMap | undefined, work: (comparing: Comparing) => Promise<T>): Promise<T> => {
    const { path, manifest, copy } = looked
    expectReadable(looked)
    const parts = await reopenPackage(copy?.path ?? path, manifest, { signal: new AbortController().signal, said: path })
    try {
      return await work({ session, words: wordsFor(session, looked, words), twins: lazySentTwins(session), readRevision: async (id, revisionId) => readRevisionPart(parts, path, id, revisionId) })
    } finally {
      await parts.close()
    }
  }

  const ownIdentities = async (): Promise<string[]> => {
    const session = sessions.current()
    return session ? keys.identitiesOf(session) : []
  }

  return {
    open: (path, passphrase) => {
      const { id } = jobs.start('openPackage', async (control) => {
        const found = await readable(copies, path, async () => ({ identities: await ownIdentities(), passphrase }), control)
        const [heads, words] = [new Map<string, NamedRevision>(), noWordCounts()]
        await withPackage({ path, ...found }, control, async ({ manifest, signature, sha256, size }) => {
          verified.put(control.id, {
            path, manifest, heads, words, ...found, sha256: found.copy?.sha256 ?? sha256, size: found.copy?.size ?? size, inside: sha256, signing: signature?.jwk.x ?? null,
          })
          return Promise.resolve()
        }, (head) => {
          heads.set(head.id, named(head))
          countWords(words, head.content)
        }).catch(async (error: unknown) => {
          if (found.copy) await copies.remove(found.copy.id)
          throw error
        })
      })
      return { jobId: id }
    },
    opened: async (jobId, words) => {
      const session = sessions.required()
      const looked = verified.get(jobId)
      const { library, madeAt } = looked.manifest
      return {
        ...await comparing(session, looked, words, async (comparison) => comparePackage(comparison, looked)), encrypted: looked.encrypted,
        signature: await keys.standingOf(session, library.id, looked.signing), clockAhead: isClockAhead(madeAt, now()),
      }
    },
    sides: async (jobId, recordId, words) => {
      const looked = verified.get(jobId)
      const record = looked.manifest.records.find(({ id }) => id === recordId)
      if (!record) throw new AppError('not_found', { kind: 'record', id: recordId })
      return comparing(sessions.required(), looked, words, async (comparison) =>
        sidesOf(comparison, await standingOf(comparison, record), await comparison.readRevision(recordId, record.revisionId)))
    },
    foreignWords: (jobId) => {
      const looked = verified.get(jobId)
      const library = sessions.required().folder.library.current()
      return foreignWords(library, looked.words, wordMapFor(library, looked.manifest.library.id))
    },
    take: async (jobId, choice) => {
      const session = sessions.writable()
      const looked = verified.get(jobId)
      const { path, sha256, size, inside, manifest: { library: { id: sender } }, encrypted, copy, signing } = looked
      const known = await keys.standingOf(session, sender, signing)
      expectTrust(path, known, choice.accept)
      expectReadable(looked)
      const { id } = jobs.start('takePackage', async (control) => withPackage(looked, control, async (opened) => {
        // What was looked at is what is taken.
        if (opened.sha256 !== inside) throw new AppError('package_damaged', { path, problem: 'changed', detail: '' })
        const needed = await missingBase(session, opened.manifest.base)
        if (needed) throw new AppError('package_needs_base', { path, packageId: needed.packageId, at: needed.madeAt })
        const words = wordsFor(session, looked, choice.words)
        const change = (library: LibraryFile): LibraryFile => withWordMap(withAddedWords(library, choice.addWords), sender, words)
        const ids = opened.manifest.records.map((record) => record.id)
        await withWordsChanged(session, changes, sender, change, async (done) => session.folder.records.together(ids, async () => {
          const shown = await session.takeAll(async () => {
            const { decisions, seen } = choice
            const safety = { encrypted, signature: signatureOf(known) }
            const request = { decisions, seen, path, words, taken: done, by: settings.person(), device: settings.device, now: now(), safety }
            const result = await takePackage(session, { ...opened, sha256, size }, request, control)
            taken.put(control.id, result.exchange)
            return result.shown
          })
          changes.publish({ type: 'records', ids: shown.map((record) => record.id) })
          if (shown.length > 0) changes.publish({ type: 'trash' })
        }))
        if (copy) await copies.remove(copy.id)
        changes.publish({ type: 'exchanges' })
      }))
      return { jobId: id }
    },
    taken: taken.get,
  }
}
