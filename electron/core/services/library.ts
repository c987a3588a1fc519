/** Opening, creating and closing the one library that is open. */
import { createHash } from 'node:crypto'
import { realpath } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { AppError, toFailure } from '#shared/contract/errors'
import type { Opening, OpenLibrary } from '#shared/contract/library'
import { newId } from '#shared/model/ids'
import type { Language } from '#shared/model/language'
import { LibraryFile, libraryFormat, offeredUnitCode } from '#shared/model/library'
import type { DocumentPool } from '../documents/documentPool'
import type { Ports } from '../ports'
import { createJsonFile } from '../store/jsonFile'
import { libraryPaths } from '../store/folders'
import { makeLibraryFolder } from '../store/libraryFolder'
import type { Changes } from './changes'
import { readSample } from './sample'
import { openSession, type Session, type SessionHolder } from './session'
import type { SettingsService } from './settings'

export interface NewLibrary { path: string; name: string; unit: string; unitCode?: string | undefined; language?: Language | undefined }

export type CopyAnswer = { answer: 'moved' } | { answer: 'copy'; name?: string | undefined; unitCode?: string | undefined }

export interface LibraryService {
  /** Waits for an opening that is under way. */
  current: () => Promise<OpenLibrary | null>
  create: (input: NewLibrary) => Promise<OpenLibrary>
  createSample: (path: string) => Promise<OpenLibrary>
  open: (path: string, write: boolean) => Promise<OpenLibrary>
  opening: () => Opening | null
  settleCopy: (answer: CopyAnswer) => Promise<OpenLibrary>
  close: () => Promise<null>
  /** Opens the library that was open when the app was left. One that can't be opened now stays among the recent ones. */
  reopen: () => Promise<void>
  /** Lets the library go, to be opened again at the next start. */
  leave: () => Promise<void>
}

const describe = (session: Session): OpenLibrary => ({
  library: session.folder.library.current(), path: session.folder.root, readOnly: toFailure(session.folder.readOnly()) ?? null,
  counts: session.catalog.counts(), damaged: session.damaged(), checking: session.isChecking(), writerLeft: session.writerLeft(),
})

/** Whether a library with this id lies in a folder. Throws where that can't be told: what can't be reached is not gone. */
const isLibraryAt = async (path: string, id: string): Promise<boolean> => (await createJsonFile(libraryPaths(path).library, LibraryFile).read())?.id === id

const publishEveryMs = 100

/** The first list is drawn before the folder is looked through and the index filled. */
const showFirstMs = 1000

interface Parts {
  ports: Ports
  settings: SettingsService
  sessions: SessionHolder
  documents: DocumentPool
  changes: Changes
  /** Ends the work under way on the library that is about to be left. */
  beforeLeaving: () => Promise<void>
  /** What is seen to in the background once the folder was looked through, and when a sync tool's copies come. */
  tidy: (session: Session, isOpening: boolean) => Promise<void>
  afterOpening: () => void
}

export const createLibraryService = ({ ports, settings, sessions, documents, changes, beforeLeaving, tidy, afterOpening }: Parts): LibraryService => {
  let turn: Promise<unknown> = Promise.resolve()
  /** One opening or closing at a time. */
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    const result = turn.then(work)
    turn = result.catch(() => undefined)
    return result
  }

  /** No new work from here on; what is under way ends first. */
  const leave = async (): Promise<void> => {
    const session = sessions.replace(undefined)
    await beforeLeaving()
    await session?.close()
  }

  let opening: Opening | null = null
  let published = 0

  /** Where the catalog and the index of a library are kept: another folder has other files. */
  const placeName = (id: string, root: string): string => `${id}-${createHash('sha256').update(root).digest('hex').slice(0, 8)}`
  const catalogFile = (id: string, root: string): string => join(ports.paths.cache, 'catalogs', `${placeName(id, root)}.ndjson`)
  const indexFolder = (id: string, root: string): string => join(ports.paths.cache, 'indexes', placeName(id, root))
  const textFolder = (id: string, root: string): string => join(ports.paths.cache, 'texts', placeName(id, root))

  const showOpening = (next: Opening | null): void => {
    opening = next
    if (next && performance.now() - published < publishEveryMs) return
    published = performance.now()
    changes.publish({ type: 'opening', opening })
  }

  const beginInBackground = async (session: Session): Promise<void> => {
    if (sessions.current() !== session) return
    session.indexing.begin()
    await session.whenChecked()
    publishLater({ type: 'library' })
    await tidy(session, true)
  }

  const publishLater = (event: Parameters<Changes['publish']>[0]): void => { if (sessions.current()) changes.publish(event) }

  const openFolder = async (path: string, write: boolean): Promise<Session> => {
    const session = await openSession(path, { device: settings.device, now: ports.now, write, catalogFile, indexFolder, textFolder, documents, workers: ports.workers }, {
      onProgress: (progress) => { showOpening({ path, ...progress }) },
      onRecords: (ids) => { publishLater({ type: 'records', ids: [...ids] }) },
      onLibrary: () => { publishLater({ type: 'library' }) },
      onStrays: () => {
        const session = sessions.current()
        if (session) void session.whenChecked().then(async () => tidy(session, false))
      },
      onExchanges: () => { publishLater({ type: 'exchanges' }) },
      onTrash: () => { publishLater({ type: 'trash' }) },
      onTemplates: () => { publishLater({ type: 'templates' }) },
      onFilled: (toolId) => { publishLater({ type: 'filled', toolId }) },
    }, ports.log).finally(() => { if (opening) showOpening(null) })
    // A command works on what is there now, and searches only if it is asked to.
    if (ports.host === 'cli') await session.whenChecked()
    return session
  }

  /**
   * The same id in another folder: nothing is written before somebody says which of the two it is. A folder that is gone was moved. Answers
   * whether there is such a folder.
   */
  const holdIfCopied = async ({ folder }: Session): Promise<boolean> => {
    const { id } = folder.library.current()
    let isCopied = false
    for (const other of settings.current().recent) {
      if (other.id !== id || other.path === folder.root) continue
      if (await isLibraryAt(other.path, id).catch(() => true)) {
        isCopied = true
        if (!folder.readOnly()) folder.hold(new AppError('library_copied', { path: folder.root, other: other.path }))
      } else if (!folder.readOnly()) await settings.forgetLibrary(other.path)
    }
    return isCopied
  }

  /** The library is open whether or not the settings can be written. */
  const remember = async ({ folder }: Session): Promise<void> => {
    const { id, name } = folder.library.current()
    await settings.rememberLibrary({ id, name, path: folder.root, openedAt: new Date(ports.now()).toISOString() }).catch((error: unknown) => {
      ports.log.warn('the library was not remembered', { error: String(error) })
    })
  }

  const enter = async (session: Session): Promise<OpenLibrary> => {
    await leave()
    const isCopied = await holdIfCopied(session).catch((error: unknown) => {
      ports.log.warn('other folders of the library were not looked for', { error: String(error) })
      return false
    })
    sessions.replace(session)
    // Until it is said which of the two it is, it is not remembered as the one.
    if (!isCopied) await remember(session)
    changes.publish({ type: 'library' })
    if (ports.host === 'cli') void tidy(session, true)
    else setTimeout(() => { void beginInBackground(session) }, showFirstMs).unref()
    afterOpening()
    return describe(session)
  }

  const open = async (path: string, write: boolean): Promise<OpenLibrary> => {
    const root = resolve(path)
    const real = await realpath(root).catch(() => root)
    const session = sessions.current()
    if (session?.folder.root === real) {
      const why = session.folder.readOnly()
      if (!why || why.code === 'library_copied') return describe(session)
      await leave()
    }
    return enter(await openFolder(root, write))
  }

  const becomeCopy = async ({ folder }: Session, name: string | undefined, unitCode: string | undefined): Promise<void> => {
    await folder.library.update((library) => ({
      ...library, id: newId(), forkedFrom: library.id, name: name ?? library.name, unit: { ...library.unit, code: unitCode ?? library.unit.code },
    }))
  }

  const settleCopy = async (answer: CopyAnswer): Promise<OpenLibrary> => {
    const session = sessions.required()
    const why = session.folder.readOnly()
    if (why && why.code !== 'library_copied') throw why
    if (!why && answer.answer === 'copy') throw new AppError('library_not_copied', { path: session.folder.root })
    const { id } = session.folder.library.current()
    if (answer.answer === 'copy') await becomeCopy(session, answer.name, answer.unitCode)
    else for (const { path } of settings.current().recent.filter((recent) => recent.id === id && recent.path !== session.folder.root)) await settings.forgetLibrary(path)
    session.folder.hold(null)
    if (answer.answer === 'moved') {
      await remember(session)
      changes.publish({ type: 'library' })
      return describe(session)
    }
    // Opened anew, everything that goes by the library's id goes by the new one.
    await leave()
    return enter(await openFolder(session.folder.root, true))
  }

  const make = async (path: string, about: Pick<LibraryFile, 'name' | 'unit' | 'language' | 'vocabularies'>): Promise<Session> => {
    const root = resolve(path)
    await makeLibraryFolder(root, { format: libraryFormat, id: newId(), createdAt: new Date(ports.now()).toISOString(), numbering: {}, ...about })
    return openFolder(root, true)
  }

  const makeSample = async (path: string): Promise<Session> => {
    const sample = await readSample(ports.paths.resources)
    const session = await make(path, sample.library)
    await sample.fill(session).catch(async (error: unknown) => {
      await session.close()
      throw error
    })
    return session
  }

  return {
    current: async () => inTurn(async () => {
      const session = sessions.current()
      return Promise.resolve(session ? describe(session) : null)
    }),
    create: async ({ path, name, unit, unitCode, language }) => inTurn(async () => enter(await make(path, {
      name,
      language: language ?? settings.current().language,
      unit: { name: unit, code: unitCode ?? offeredUnitCode() },
      vocabularies: { units: unit ? [{ name: unit }] : [], fields: [], tags: [], people: [] },
    }))),
    createSample: async (path) => inTurn(async () => enter(await makeSample(path))),
    open: async (path, write) => inTurn(async () => open(path, write)),
    opening: () => opening,
    settleCopy: async (answer) => inTurn(async () => settleCopy(answer)),
    close: async () => inTurn(async () => {
      await leave()
      await settings.rememberClosed()
      changes.publish({ type: 'library' })
      return null
    }),
    reopen: async () => inTurn(async () => {
      const path = settings.openPath()
      if (path === null) return
      await open(path, true).catch((error: unknown) => { ports.log.warn('the last library was not opened again', { path, error: String(error) }) })
    }),
    leave: async () => inTurn(leave),
  }
}
