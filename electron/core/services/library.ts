/** Opening, creating and closing the one library that is open. */
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
  open: (path: string) => Promise<OpenLibrary>
  close: () => Promise<null>
  /** Opens the library that was open when the app was left. One that can't be opened now stays among the recent ones. */
  reopen: () => Promise<void>
  /** Lets the library go, to be opened again at the next start. */
  leave: () => Promise<void>
}

/** Four characters of the library's id, so that the numbers of two libraries of one unit differ. */
const codeFromId = (id: string): string => id.replaceAll('-', '').slice(-4).toUpperCase()

const describe = ({ folder, catalog, damaged }: Session): OpenLibrary =>
  ({ library: folder.library.current(), path: folder.root, readOnly: toFailure(folder.readOnly) ?? null, counts: catalog.counts(), damaged })

interface Parts {
  ports: Ports
  settings: SettingsService
  sessions: SessionHolder
  changes: Changes
  /** Ends the work under way on the library that is about to be left. */
  beforeLeaving: () => Promise<void>
}

export const createLibraryService = ({ ports, settings, sessions, changes, beforeLeaving }: Parts): LibraryService => {
  let turn: Promise<unknown> = Promise.resolve()
  /** One opening or closing at a time. */
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    const result = turn.then(work)
    turn = result.catch(() => undefined)
    return result
  }

  const leave = async (): Promise<void> => {
    await beforeLeaving()
    await sessions.replace(undefined)
  }

  const open = async (path: string): Promise<Session> => {
    const root = resolve(path)
    if (sessions.current()?.folder.root === root) await leave()
    const session = await openSession(root, settings.device, ports.now)
    await leave()
    await sessions.replace(session)
    const { id, name } = session.folder.library.current()
    await settings.rememberLibrary({ id, name, path: root, openedAt: new Date(ports.now()).toISOString() })
    changes.publish({ type: 'library' })
    return session
  }

  const make = async (path: string, about: Pick<LibraryFile, 'name' | 'unit' | 'language' | 'vocabularies'>): Promise<Session> => {
    const root = resolve(path)
    await makeLibraryFolder(root, { format: libraryFormat, id: newId(), createdAt: new Date(ports.now()).toISOString(), ...about })
    return open(root)
  }

  const create = async ({ path, name, unit, unitCode, language }: NewLibrary): Promise<Session> => make(path, {
    name, language: language ?? settings.current().language,
    unit: { name: unit, code: unitCode ?? codeFromId(newId()) },
    vocabularies: { units: unit ? [{ name: unit }] : [], fields: [], tags: [], people: [] },
  })

  return {
    current: async () => inTurn(async () => {
      const session = sessions.current()
      return Promise.resolve(session ? describe(session) : null)
    }),
    create: async (input) => inTurn(async () => describe(await create(input))),
    createSample: async (path) => inTurn(async () => {
      const sample = await readSample(ports.paths.resources)
      const session = await make(path, sample.library)
      await sample.fill(session)
      changes.publish({ type: 'library' })
      return describe(session)
    }),
    open: async (path) => inTurn(async () => describe(await open(path))),
    close: async () => inTurn(async () => {
      await leave()
      await settings.rememberClosed()
      changes.publish({ type: 'library' })
      return null
    }),
    reopen: async () => inTurn(async () => {
      const path = settings.openPath()
      if (path === null) return
      await open(path).catch((error: unknown) => { ports.log.warn('the last library was not opened again', { path, error: String(error) }) })
    }),
    leave: async () => inTurn(leave),
  }
}
