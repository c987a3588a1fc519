/** What this machine remembers, outside every library: who works here, how it looks, which libraries were open. */
import { z } from 'zod'
import { Timestamp, Uuid } from './ids'
import { Language } from './language'
import { FieldKey, ListColumns } from './listFields'

export const Theme = z.enum(['system', 'light', 'dark', 'contrast'])
export type Theme = z.infer<typeof Theme>

/** A local profile. Names are declared, not proven. */
export const Profile = z.looseObject({ name: z.string(), unit: z.string(), role: z.string() })
export type Profile = z.infer<typeof Profile>

export const RecentLibrary = z.looseObject({ id: Uuid, name: z.string(), path: z.string(), openedAt: Timestamp })
export type RecentLibrary = z.infer<typeof RecentLibrary>

export const BackupEvery = z.enum(['off', 'day', 'week'])
export type BackupEvery = z.infer<typeof BackupEvery>

/** How the last try to back a library up ended; `failure` is one of the contract, null where it is `ok`. */
export const BackupAttempt = z.looseObject({
  at: Timestamp, ok: z.boolean(), failure: z.looseObject({ code: z.string(), data: z.looseObject({}) }).nullable(),
})
export type BackupAttempt = z.infer<typeof BackupAttempt>

/** Where and how often a library is backed up. `allowRestricted` says that its 受控 records may be in it; `lastGood` is the run made last. */
export const BackupPlan = z.looseObject({
  folder: z.string().min(1), every: BackupEvery, allowRestricted: z.boolean(),
  last: BackupAttempt.nullable(), lastGood: z.looseObject({ at: Timestamp, run: z.string() }).nullable(),
})
export type BackupPlan = z.infer<typeof BackupPlan>

/** How lists of a type look here: which columns and which facets they have, where somebody chose them. */
export const ListLook = z.looseObject({ columns: ListColumns.optional(), facets: z.array(FieldKey).max(100).optional() })
export type ListLook = z.infer<typeof ListLook>

export const SettingsFile = z.looseObject({
  format: z.literal(1), device: Uuid, language: Language, theme: Theme, profile: Profile,
  /** Latest first. */
  recent: z.array(RecentLibrary),
  /** The library to open again at the next start; null once it was closed by hand. */
  openPath: z.string().nullable(),
  /** By the id of the library. */
  backups: z.record(Uuid, BackupPlan).default({}),
  /** What was searched for, latest first, by the id of the library. */
  searched: z.record(Uuid, z.array(z.string())).default({}),
  /** By the type of record. */
  lists: z.record(z.string(), ListLook).default({}),
})
export type SettingsFile = z.infer<typeof SettingsFile>
