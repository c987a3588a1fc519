/** What a list looked like when it was left: choice, order, place. One state for each list, by its key, kept while the app runs. */
import { create } from 'zustand'
import { facetNames, type FacetName, type RecordSort } from '#shared/contract/records'
import { noSelection, type Selection } from './selection/selection'

export type ChosenFacets = Partial<Record<FacetName, string[]>>

export interface ListState {
  facets: ChosenFacets
  sort: RecordSort
  /** The row that the keys are on. */
  active: number
  selection: Selection
  /** The row that was selected last: a stretch begins there. */
  anchor: number
  /** Facets that are folded away. */
  folded: readonly FacetName[]
}

const first: ListState = { facets: {}, sort: { by: 'date', descending: true }, active: 0, selection: noSelection, anchor: 0, folded: [] }

interface ListStore {
  lists: Readonly<Record<string, ListState>>
  /** Apart from the rest, since nothing is drawn anew when it changes. */
  scrollTops: Readonly<Record<string, number>>
  update: (key: string, change: Partial<ListState>) => void
}

export const useListStore = create<ListStore>((set) => ({
  // A product has no day of its own: what was worked on last comes first.
  lists: { product: { ...first, sort: { by: 'updatedAt', descending: true } } },
  scrollTops: {},
  update: (key, change) => set(({ lists }) => ({ lists: { ...lists, [key]: { ...lists[key] ?? first, ...change } } })),
}))

export const scrollTopOf = (key: string): number => useListStore.getState().scrollTops[key] ?? 0

export const keepScrollTop = (key: string, scrollTop: number): void =>
  useListStore.setState(({ scrollTops }) => ({ scrollTops: { ...scrollTops, [key]: scrollTop } }))

/** A list's state and what can be done to it. Another choice or order begins at the top; another choice also selects anew. */
export const useListState = (key: string) => {
  const state = useListStore(({ lists }) => lists[key] ?? first)
  const update = useListStore((store) => store.update)
  const begin = (change: Partial<ListState>): void => {
    keepScrollTop(key, 0)
    update(key, { ...change, active: 0, anchor: 0 })
  }
  return {
    ...state,
    move: (active: number) => update(key, { active }),
    order: (sort: RecordSort) => begin({ sort }),
    choose: (facets: ChosenFacets) => begin({ facets, selection: noSelection }),
    select: (selection: Selection, anchor: number) => update(key, { selection, anchor }),
    fold: (facet: FacetName) => update(key, { folded: state.folded.includes(facet) ? state.folded.filter((name) => name !== facet) : [...state.folded, facet] }),
  }
}

/** The choice with one value added or taken away; a facet without a value is left out. */
export const toggleFacet = (facets: ChosenFacets, facet: FacetName, value: string): ChosenFacets => {
  const { [facet]: values = [], ...others } = facets
  const next = values.includes(value) ? values.filter((other) => other !== value) : [...values, value]
  return next.length > 0 ? { ...others, [facet]: next } : others
}

/** Every chosen value in the order of the facets on screen. */
export const chosenValues = (facets: ChosenFacets): { facet: FacetName; value: string }[] =>
  facetNames.flatMap((facet) => facets[facet]?.map((value) => ({ facet, value })) ?? [])

export type List = ReturnType<typeof useListState>
