/** What earlier editings of a record left unsaved, put together from what the browser and the core kept: each is offered once. */
import { isSameJson } from '#shared/model/sameJson'
import type { Draft } from '../autosave/drafts'

/** Where a text is kept: a draft in the browser, a recovery file with the core. */
export interface KeptPlace { keeper: 'browser' | 'core'; editing: string }

export interface LeftBehind extends Draft { places: readonly KeptPlace[] }

/** The latest first. Of one editing both keep the same text, one of them perhaps an older state; and what says the same is the same. */
export const leftBehind = (drafts: readonly Draft[], recoveries: readonly Draft[]): LeftBehind[] => {
  const from = (keeper: KeptPlace['keeper'], kept: readonly Draft[]): LeftBehind[] =>
    kept.map(({ editing, base, at, changes }) => ({ editing, base, at, changes, places: [{ keeper, editing }] }))
  const found: LeftBehind[] = []
  for (const each of [...from('browser', drafts), ...from('core', recoveries)].sort((a, b) => (a.at < b.at ? 1 : -1))) {
    const same = found.findIndex(({ changes, places }) => places.some(({ editing }) => editing === each.editing) || isSameJson(changes, each.changes))
    const there = found[same]
    if (there) found[same] = { ...there, places: [...there.places, ...each.places] }
    else found.push(each)
  }
  return found
}
