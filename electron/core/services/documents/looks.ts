/** Presets of documents and the theme of slides, as the library keeps them in `library.json`. */
import { AppError } from '#shared/contract/errors'
import { DocumentPreset, ownPresetsOf, standardPresetIds } from '#shared/model/document/preset'
import { standardPresets } from '#shared/model/document/standardPresets.data'
import { presetFaults } from '#shared/model/document/textRoom'
import { deckThemeOf, type DeckTheme } from '#shared/model/slides/theme'
import type { Changes } from '../changes'
import type { SessionHolder } from '../session'

export interface Looks {
  presets: () => DocumentPreset[]
  savePreset: (preset: DocumentPreset) => Promise<null>
  removePreset: (id: string) => Promise<null>
  theme: () => DeckTheme
  saveTheme: (theme: DeckTheme | null) => Promise<null>
}

const faults = { noName: { path: 'name', message: 'a look without a name' }, noRoom: { path: 'page', message: 'no room for the text of a page' } } as const

const isStandard = (id: string): boolean => standardPresetIds.some((each) => each === id)

/** Presets of a kind that this version does not know stay as they are. */
const without = (presets: readonly Record<string, unknown>[] = [], id: string): Record<string, unknown>[] => presets.filter((each) => each.id !== id || !DocumentPreset.safeParse(each).success)

export const createLooks = ({ sessions, changes }: { sessions: SessionHolder; changes: Changes }): Looks => {
  const session = () => sessions.required()

  const update = async (change: Parameters<ReturnType<typeof session>['folder']['library']['update']>[0]): Promise<null> => {
    const writing = sessions.writable()
    await writing.write(async () => writing.folder.library.update(change))
    changes.publish({ type: 'library' })
    return null
  }

  return {
    presets: () => [
      ...standardPresetIds.map((id) => standardPresets[id]),
      ...ownPresetsOf(session().folder.library.current()).filter(({ id }) => !isStandard(id)).sort((a, b) => a.name.localeCompare(b.name, 'zh-CN')),
    ],
    savePreset: async (preset) => {
      if (isStandard(preset.id)) throw new AppError('invalid', { issues: [{ path: 'id', message: 'a built-in preset' }] })
      const issues = presetFaults(preset).map((fault) => faults[fault])
      if (issues.length > 0) throw new AppError('invalid', { issues })
      return update((library) => ({ ...library, documentPresets: [...without(library.documentPresets, preset.id), preset] }))
    },
    removePreset: async (id) => update((library) => ({ ...library, documentPresets: without(library.documentPresets, id) })),
    theme: () => deckThemeOf(session().folder.library.current()),
    saveTheme: async (theme) => update(({ deckTheme: _deckTheme, ...library }) => (theme ? { ...library, deckTheme: theme } : library)),
  }
}
