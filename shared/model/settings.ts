/** What this machine remembers, outside every library: who works here, how it looks, which libraries were open. */
import { z } from 'zod'
import { Timestamp, Uuid } from './ids'
import { Language } from './language'

export const Theme = z.enum(['system', 'light', 'dark', 'contrast'])
export type Theme = z.infer<typeof Theme>

/** A local profile. Names are declared, not proven. */
export const Profile = z.looseObject({ name: z.string(), unit: z.string(), role: z.string() })
export type Profile = z.infer<typeof Profile>

export const RecentLibrary = z.looseObject({ id: Uuid, name: z.string(), path: z.string(), openedAt: Timestamp })
export type RecentLibrary = z.infer<typeof RecentLibrary>

export const SettingsFile = z.looseObject({
  format: z.literal(1), device: Uuid, language: Language, theme: Theme, profile: Profile,
  /** Latest first. */
  recent: z.array(RecentLibrary),
  /** The library to open again at the next start; null once it was closed by hand. */
  openPath: z.string().nullable(),
})
export type SettingsFile = z.infer<typeof SettingsFile>
