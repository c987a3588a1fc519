/** Saved views of lists, kept in the library itself. */
import { newId } from '#shared/model/ids'
import type { LibraryFile } from '#shared/model/library'
import { SavedView } from '#shared/model/listFields'
import type { Changes } from './changes'
import { given } from './given'
import type { SessionHolder } from './session'

/** A view to save: one with an id replaces the one that has it. */
export type ViewToSave = Omit<SavedView, 'id'> & { id?: string | undefined }

/** All of them throw `no_library_open`; those that change views also why the library can't be written, and `store_write_failed`. */
export interface ViewService {
  /** By name, in Chinese by pinyin. */
  list: () => SavedView[]
  save: (view: ViewToSave) => Promise<SavedView>
  /** Nothing happens where it is gone already. */
  remove: (id: string) => Promise<null>
}

type Kept = NonNullable<LibraryFile['views']>

const byName = (a: SavedView, b: SavedView): number => a.name.localeCompare(b.name, 'zh-CN') || a.id.localeCompare(b.id)

/** Grouping and columns go with the view that they were chosen for; what else it carries stays. */
const carriedOf = ({ group: _group, columns: _columns, ...carried }: Record<string, unknown>): Record<string, unknown> => carried

const withView = (kept: Kept, view: SavedView): Kept =>
  (kept.some(({ id }) => id === view.id) ? kept.map((each) => (each.id === view.id ? { ...carriedOf(each), ...view } : each)) : [...kept, view])

export const createViewService = ({ sessions, changes }: { sessions: SessionHolder; changes: Changes }): ViewService => {
  const write = async (change: (kept: Kept) => Kept): Promise<void> => {
    const session = sessions.writable()
    await session.write(async () => session.folder.library.update((library) => ({ ...library, views: change(library.views ?? []) })))
    changes.publish({ type: 'views' })
  }
  return {
    // What a newer version wrote, and this one can't read, is left alone.
    list: () => (sessions.required().folder.library.current().views ?? []).flatMap((each) => SavedView.safeParse(each).data ?? []).sort(byName),
    save: async (view) => {
      const saved = SavedView.parse({ ...given(view), id: view.id ?? newId() })
      await write((kept) => withView(kept, saved))
      return saved
    },
    remove: async (id) => {
      await write((kept) => kept.filter((each) => each.id !== id))
      return null
    },
  }
}
