/** Templates: what a new record can begin with, kept in the library one by one. */
import { AppError } from '#shared/contract/errors'
import type { TemplateEntry } from '#shared/contract/templates'
import type { FreeType } from '#shared/model/recordTypes'
import { defaultTemplates, isForTheSame, templateFormat, templateLimits, type TemplateContent, type TemplateFile } from '#shared/model/template'
import { formatJson, hashBytes } from '../store/canonicalJson'
import type { Changes } from './changes'
import type { Session, SessionHolder } from './session'
import type { SettingsService } from './settings'

export interface TemplateToSave { id: string; name: string; type: FreeType; unit: string; content: TemplateContent }

/** All of them throw what the contract says. */
export interface TemplateService {
  list: () => Promise<TemplateEntry[]>
  get: (id: string) => Promise<TemplateFile>
  save: (template: TemplateToSave) => Promise<{ template: TemplateFile; replaced: TemplateFile | null }>
  rename: (id: string, name: string, unit: string) => Promise<TemplateFile>
  setDefault: (id: string, isDefault: boolean) => Promise<null>
  remove: (id: string) => Promise<TemplateFile>
  putBack: (template: TemplateFile, over: string | null) => Promise<null>
}

interface Parts { settings: SettingsService; sessions: SessionHolder; changes: Changes; now: () => number }

const entriesOf = (templates: readonly TemplateFile[]): TemplateEntry[] => {
  const defaults = new Set(defaultTemplates(templates).map(({ id }) => id))
  return templates.map(({ id, name, type, unit, by, at }) => ({ id, name, type, unit, by, at, isDefault: defaults.has(id) }))
}

const unmarked = ({ defaultSince: _since, ...template }: TemplateFile): TemplateFile => template

/** What is for another unit by now is no default there. */
const markKept = (before: TemplateFile, next: Pick<TemplateFile, 'type' | 'unit'>): TemplateFile => (isForTheSame(before, next) ? before : unmarked(before))

const byName = (a: TemplateEntry, b: TemplateEntry): number => a.name.localeCompare(b.name, 'zh-CN') || a.id.localeCompare(b.id)

const readAll = async ({ folder, noteDamage }: Session): Promise<TemplateFile[]> =>
  folder.templates.list((path, { code, data }) => { noteDamage({ path, failure: { code, data } }) })

export const createTemplateService = ({ settings, sessions, changes, now }: Parts): TemplateService => {
  const write = async <T>(work: (templates: Session['folder']['templates']) => Promise<T>): Promise<T> => {
    const session = sessions.writable()
    const written = await session.write(async () => work(session.folder.templates))
    changes.publish({ type: 'templates' })
    return written
  }
  const changed = () => ({ by: settings.person(), at: new Date(now()).toISOString() })

  return {
    list: async () => entriesOf(await readAll(sessions.required())).sort(byName),
    get: async (id) => sessions.required().folder.templates.read(id),
    save: async ({ id, ...given }) => {
      const others = (await readAll(sessions.writable())).filter((each) => each.id !== id)
      if (others.length >= templateLimits.count) throw new AppError('invalid', { issues: [{ path: 'templates', message: 'too many' }] })
      let replaced: TemplateFile | null = null
      const template = await write(async (templates) => templates.change(id, (before) => {
        replaced = before ?? null
        return { ...before && markKept(before, given), format: templateFormat, id, ...given, ...changed() }
      }))
      return { template, replaced }
    },
    rename: async (id, name, unit) => write(async (templates) => templates.edit(id, (before) => ({ ...markKept(before, { type: before.type, unit }), name, unit, ...changed() }))),
    setDefault: async (id, isDefault) => {
      await write(async (templates) => {
        const all = await readAll(sessions.writable())
        const chosen = isDefault ? await templates.edit(id, (before) => ({ ...before, defaultSince: new Date(now()).toISOString(), ...changed() })) : await templates.read(id)
        for (const other of all.filter((each) => each.id !== id && each.defaultSince !== undefined && isForTheSame(each, chosen))) await templates.edit(other.id, unmarked)
        if (!isDefault) await templates.edit(id, (before) => ({ ...unmarked(before), ...changed() }))
      })
      return null
    },
    remove: async (id) => write(async (templates) => templates.remove(id)),
    putBack: async (template, over) => {
      await write(async (templates) => templates.change(template.id, (there) => {
        if (there && there.at !== over) throw new AppError('conflict', { id: there.id, current: hashBytes(formatJson(there)), at: there.at, by: there.by })
        if (!there && over !== null) throw new AppError('not_found', { kind: 'template', id: template.id })
        return template
      }))
      return null
    },
  }
}
