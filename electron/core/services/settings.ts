/** What this machine remembers: profile, language, theme, recent libraries, and the id of this device. */
import { homedir, userInfo } from 'node:os'
import { join } from 'node:path'
import type { Settings } from '#shared/contract/app'
import { newId } from '#shared/model/ids'
import { SettingsFile, type RecentLibrary } from '#shared/model/settings'
import type { Person } from '#shared/model/record'
import { openDocument } from '../store/jsonFile'
import type { Ports } from '../ports'
import type { Changes } from './changes'
import { given, type Given } from './given'

export interface SettingsService {
  device: string
  current: () => Settings
  person: () => Person
  update: (changed: Given<Pick<SettingsFile, 'language' | 'theme' | 'profile'>>) => Promise<Settings>
  /** The library that was open last and not closed by hand. */
  openPath: () => string | null
  rememberLibrary: (recent: RecentLibrary) => Promise<void>
  rememberClosed: () => Promise<void>
  forgetLibrary: (path: string) => Promise<RecentLibrary[]>
}

const keptRecent = 12

const loginName = (): string => {
  try { return userInfo().username } catch { return homedir().split(/[\\/]/).at(-1) ?? '' }
}

const toSettings = ({ language, theme, profile, recent }: SettingsFile): Settings => ({ language, theme, profile, recent })

export const createSettings = async (ports: Ports, changes: Changes): Promise<SettingsService> => {
  const document = await openDocument(join(ports.paths.config, 'settings.json'), SettingsFile, {
    format: 1, device: newId(), language: 'zh-CN', theme: 'system', profile: { name: loginName(), unit: '', role: '' }, recent: [], openPath: null,
  })
  const { device } = await document.update((settings) => settings)
  const apply = async (change: (settings: SettingsFile) => SettingsFile): Promise<SettingsFile> => {
    const settings = await document.update(change)
    changes.publish({ type: 'settings' })
    return settings
  }
  return {
    device,
    current: () => toSettings(document.current()),
    person: () => ({ name: document.current().profile.name, unit: document.current().profile.unit }),
    update: async (changed) => toSettings(await apply((settings) => ({ ...settings, ...given(changed) }))),
    openPath: () => document.current().openPath,
    rememberLibrary: async (recent) => {
      const others = (known: readonly RecentLibrary[]): RecentLibrary[] => known.filter(({ path }) => path !== recent.path)
      await apply((settings) => ({ ...settings, openPath: recent.path, recent: [recent, ...others(settings.recent)].slice(0, keptRecent) }))
    },
    rememberClosed: async () => { await apply((settings) => ({ ...settings, openPath: null })) },
    forgetLibrary: async (path) =>
      (await apply((settings) => ({ ...settings, recent: settings.recent.filter((recent) => recent.path !== path) }))).recent,
  }
}
