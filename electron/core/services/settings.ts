/** What this machine remembers: profile, language, theme, recent libraries, and the id of this device. */
import { rename } from 'node:fs/promises'
import { homedir, userInfo } from 'node:os'
import { join } from 'node:path'
import type { Settings } from '#shared/contract/app'
import { isAppError } from '#shared/contract/errors'
import { newId } from '#shared/model/ids'
import type { RecordType } from '#shared/model/recordTypes'
import { SettingsFile, type BackupPlan, type ListLook, type RecentLibrary } from '#shared/model/settings'
import type { Person } from '#shared/model/record'
import type { Log, Ports } from '../ports'
import { openDocument, type StoredDocument } from '../store/jsonFile'
import type { Changes } from './changes'
import { given, type Given } from './given'

export interface SettingsService {
  device: string
  current: () => Settings
  person: () => Person
  /** Who writes what is begun here: nobody until the profile says more than the name that the system goes by. */
  authors: () => string[]
  update: (changed: Given<Pick<SettingsFile, 'language' | 'theme' | 'profile'>>) => Promise<Settings>
  /** How lists of a type look here. */
  setListLook: (type: RecordType, look: ListLook) => Promise<Settings>
  /** The library that was open last and not closed by hand. */
  openPath: () => string | null
  rememberLibrary: (recent: RecentLibrary) => Promise<void>
  rememberClosed: () => Promise<void>
  forgetLibrary: (path: string) => Promise<RecentLibrary[]>
  /** How a library is backed up, undefined where nobody said so. */
  backupPlan: (libraryId: string) => BackupPlan | undefined
  /** What was searched for in a library, latest first. */
  searched: (libraryId: string) => readonly string[]
  changeSearched: (libraryId: string, change: (texts: readonly string[]) => string[]) => Promise<void>
  changeBackupPlan: (libraryId: string, change: (plan: BackupPlan | undefined) => BackupPlan | undefined) => Promise<void>
}

const keptRecent = 12

const loginName = (): string => {
  try { return userInfo().username } catch { return homedir().split(/[\\/]/).at(-1) ?? '' }
}

const toSettings = ({ language, theme, profile, recent, lists }: SettingsFile): Settings => ({ language, theme, profile, recent, lists })

/** Settings can be made again; a file of them that can't be read is set aside, so that the app starts. Throws `file_unreadable`. */
const openSettings = async (path: string, log: Log): Promise<StoredDocument<SettingsFile>> => {
  const fresh: SettingsFile = {
    format: 1, device: newId(), language: 'zh-CN', theme: 'system', profile: { name: loginName(), unit: '', role: '' }, recent: [], openPath: null, backups: {}, searched: {}, lists: {},
  }
  const open = async (): Promise<StoredDocument<SettingsFile>> => openDocument(path, SettingsFile, fresh)
  const document = await open().catch(async (error: unknown) => {
    if (!isAppError(error) || error.code !== 'store_corrupt') throw error
    const aside = `${path}.damaged-${newId()}`
    await rename(path, aside)
    log.warn('damaged settings were set aside', { path: aside, error: String(error) })
    return open()
  })
  if (document.current().device === fresh.device) {
    await document.update((settings) => settings).catch((error: unknown) => { log.warn('settings were not written', { error: String(error) }) })
  }
  return document
}

export const createSettings = async (ports: Ports, changes: Changes): Promise<SettingsService> => {
  const document = await openSettings(join(ports.paths.config, 'settings.json'), ports.log)
  const { device } = document.current()
  const apply = async (change: (settings: SettingsFile) => SettingsFile): Promise<SettingsFile> => {
    const settings = await document.update(change)
    changes.publish({ type: 'settings' })
    return settings
  }
  return {
    device,
    current: () => toSettings(document.current()),
    authors: () => {
      const name = document.current().profile.name.trim()
      return name === '' || name === loginName() ? [] : [name]
    },
    person: () => ({ name: document.current().profile.name, unit: document.current().profile.unit }),
    update: async (changed) => toSettings(await apply((settings) => ({ ...settings, ...given(changed) }))),
    setListLook: async (type, look) => toSettings(await apply((settings) => ({ ...settings, lists: { ...settings.lists, [type]: look } }))),
    openPath: () => document.current().openPath,
    rememberLibrary: async (recent) => {
      const others = (known: readonly RecentLibrary[]): RecentLibrary[] => known.filter(({ path }) => path !== recent.path)
      const openPath = (settings: SettingsFile): string | null => (ports.host === 'cli' ? settings.openPath : recent.path)
      await apply((settings) => ({ ...settings, openPath: openPath(settings), recent: [recent, ...others(settings.recent)].slice(0, keptRecent) }))
    },
    rememberClosed: async () => { await apply((settings) => ({ ...settings, openPath: null })) },
    backupPlan: (libraryId) => document.current().backups[libraryId],
    changeBackupPlan: async (libraryId, change) => {
      await apply((settings) => {
        const { [libraryId]: before, ...others } = settings.backups
        const plan = change(before)
        return { ...settings, backups: plan ? { ...others, [libraryId]: plan } : others }
      })
    },
    searched: (libraryId) => document.current().searched[libraryId] ?? [],
    changeSearched: async (libraryId, change) => {
      await apply((settings) => ({ ...settings, searched: { ...settings.searched, [libraryId]: change(settings.searched[libraryId] ?? []) } }))
    },
    forgetLibrary: async (path) =>
      (await apply((settings) => ({ ...settings, recent: settings.recent.filter((recent) => recent.path !== path) }))).recent,
  }
}
