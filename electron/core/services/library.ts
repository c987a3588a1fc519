/** Opening, creating and closing the one library that is open. */
import { realpath } from 'node:fs/promises'
import { resolve } from 'node:path'
import { toFailure } from '#shared/contract/errors'
import type { OpenLibrary } from '#shared/contract/library'
import { newId } from '#shared/model/ids'
import type { Language } from '#shared/model/language'
import { libraryFormat, type LibraryFile } from '#shared/model/library'
import type { Ports } from '../ports'
import { makeLibraryFolder } from '../store/libraryFolder'
import type { Changes } from './changes'
import { readSample } from './sample'
import { openSession, type Session, type SessionHolder } from './session'
import type { SettingsService } from './settings'

export interface NewLibrary { path: string; name: string; unit: string; unitCode?: string | undefined; language?: Language | undefined }

export interface LibraryService {
  /** Waits for an opening that is under way. */
  current: () => Promise<OpenLibrary | null>
  create: (input: NewLibrary) => Promise<OpenLibrary>
  createSample: (path: string) => Promise<OpenLibrary>
  open: (path: string, write: boolean) => Promise<OpenLibrary>
  close: () => Promise<null>
  /** Opens the library that was open when the app was left. One that can't be opened now stays among the recent ones. */
  reopen: () => Promise<void>
  /** Lets the library go, to be opened again at the next start. */
  leave: () => Promise<void>
}

/** Four characters of the library's id, so that the numbers of two libraries of one unit differ. */
const codeFromId = (id: string): string => id.replaceAll('-', '').slice(-4).toUpperCase()

const describe = ({ folder, catalog, damaged }: Session): OpenLibrary =>
  ({ library: folder.library.current(), path: folder.root, readOnly: toFailure(folder.readOnly()) ?? null, counts: catalog.counts(), damaged })

interface Parts {
  ports: Ports
  settings: SettingsService
  sessions: SessionHolder
  changes: Changes
  /** Ends the work under way on the library that is about to be left. */
  beforeLeaving: () => Promise<void>
  afterOpening: () => void
}

export const createLibraryService = ({ ports, settings, sessions, changes, beforeLeaving, afterOpening }: Parts): LibraryService => {
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

  const openFolder = async (path: string, write: boolean): Promise<Session> =>
    openSession(path, { device: settings.device, now: ports.now, write }, ports.log)

  /** The library is open whether or not the settings can be written. */
  const enter = async (session: Session): Promise<OpenLibrary> => {
    await leave()
    sessions.replace(session)
    const { id, name } = session.folder.library.current()
    await settings.rememberLibrary({ id, name, path: session.folder.root, openedAt: new Date(ports.now()).toISOString() }).catch((error: unknown) => {
      ports.log.warn('the library was not remembered', { error: String(error) })
    })
    changes.publish({ type: 'library' })
    afterOpening()
    return describe(session)
  }

  const open = async (path: string, write: boolean): Promise<OpenLibrary> => {
    const root = resolve(path)
    const real = await realpath(root).catch(() => root)
    const session = sessions.current()
    if (session?.folder.root === real) {
      if (!session.folder.readOnly()) return describe(session)
      await leave()
    }
    return enter(await openFolder(root, write))
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
      unit: { name: unit, code: unitCode ?? codeFromId(newId()) },
      vocabularies: { units: unit ? [{ name: unit }] : [], fields: [], tags: [], people: [] },
    }))),
    createSample: async (path) => inTurn(async () => enter(await makeSample(path))),
    open: async (path, write) => inTurn(async () => open(path, write)),
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
