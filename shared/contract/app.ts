/** The application itself: what it is, and what this machine remembers. */
import { z } from 'zod'
import { Language } from '../model/language'
import { RecordType } from '../model/recordTypes'
import { ListLook, Profile, RecentLibrary, SettingsFile, Theme } from '../model/settings'
import { procedure } from './base'

export const AppInfo = z.object({ version: z.string(), host: z.enum(['desktop', 'web', 'cli']), platform: z.string(), defaultLibraryFolder: z.string() })
export type AppInfo = z.infer<typeof AppInfo>

export const Settings = SettingsFile.pick({ language: true, theme: true, profile: true, recent: true, lists: true })
export type Settings = z.infer<typeof Settings>

export const app = {
  info: procedure.output(AppInfo),
  settings: procedure.output(Settings),
  updateSettings: procedure.input(z.strictObject({ language: Language, theme: Theme, profile: Profile }).partial()).output(Settings),
  /** How lists of a type look on this machine; one that says nothing is as it comes. */
  setListLook: procedure.input(z.object({ type: RecordType, look: ListLook })).output(Settings),
  /** Takes a library off the list of recent ones; the folder stays. */
  forgetRecent: procedure.input(z.object({ path: z.string() })).output(z.array(RecentLibrary)),
}
