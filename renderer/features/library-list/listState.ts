/** What a list looked like when it was left: place, selection, folded groups. One state for each list that was asked for, kept while the app runs. */
import { useMemo } from 'react'
import { create } from 'zustand'
import { facetNames, type RecordSort } from '#shared/contract/records'
import type { ListQuery } from '#shared/model/listFields'
import type { ListedType } from '#shared/model/recordTypes'
import { noSelection, type Selection } from './selection/selection'

export type ChosenFacets = Readonly<Record<string, readonly string[]>>

export interface ListState {
  /** The row that the keys are on. */
  active: number
  selection: Selection
  /** The row that was selected last: a stretch begins there. */
  anchor: number
  /** The groups that are folded away, by their values. */
  folded: ReadonlySet<string>
}

const first: ListState = { active: 0, selection: noSelection, anchor: 0, folded: new Set() }

interface ListStore {
  lists: Readonly<Record<string, ListState>>
  /** Apart from the rest, since nothing is drawn anew when it changes. */
  scrollTops: Readonly<Record<string, number>>
  /** What each library's list asked for last. */
  queries: Readonly<Partial<Record<ListedType, ListQuery>>>
  /** Facets that are folded away in all lists. */
  foldedFacets: readonly string[]
  update: (key: string, change: Partial<ListState>) => void
}

export const useListStore = create<ListStore>((set) => ({
  lists: {},
  scrollTops: {},
  queries: {},
  foldedFacets: [],
  update: (key, change) => set(({ lists }) => ({ lists: { ...lists, [key]: { ...lists[key] ?? first, ...change } } })),
}))

/** Another library has other lists: nothing of one is selected or looked for in the next. */
export const forgetLists = (): void => { useListStore.setState(useListStore.getInitialState()) }

export const scrollTopOf = (key: string): number => useListStore.getState().scrollTops[key] ?? 0

export const keepScrollTop = (key: string, scrollTop: number): void =>
  useListStore.setState(({ scrollTops }) => ({ scrollTops: { ...scrollTops, [key]: scrollTop } }))

/** What is selected in a list at this moment. */
export const selectionOf = (key: string): Selection => useListStore.getState().lists[key]?.selection ?? noSelection

/** A list's state and what can be done to it. */
export const useListState = (key: string) => {
  const state = useListStore(({ lists }) => lists[key] ?? first)
  const update = useListStore((store) => store.update)
  const actions = useMemo(() => ({
    move: (active: number) => update(key, { active }),
    select: (selection: Selection, anchor: number) => update(key, { selection, anchor }),
    fold: (value: string, isFolded: boolean) => {
      const folded = new Set(useListStore.getState().lists[key]?.folded)
      if (isFolded) folded.add(value)
      else folded.delete(value)
      update(key, { folded, anchor: 0 })
    },
  }), [key, update])
  return { ...state, ...actions }
}

/** A product has no day of its own: what was worked on last comes first. */
const firstQuery = (type: ListedType): ListQuery => ({ facets: {}, sort: { by: type === 'product' ? 'updatedAt' : 'date', descending: true } })

/** What a library's list asked for when it was left. */
export const lastQuery = (type: ListedType): ListQuery => useListStore.getState().queries[type] ?? firstQuery(type)

export const rememberQuery = (type: ListedType, query: ListQuery): void =>
  useListStore.setState(({ queries }) => ({ queries: { ...queries, [type]: query } }))

/** Under it the state of one list is kept, so that whoever goes back finds each as it was left. */
export const keyOf = (type: ListedType, { facets, sort, group }: ListQuery): string => JSON.stringify([type, facets, sort, group])

/** What a list asks for, and the ways to ask for something else. Each begins at the top; another choice also selects anew. */
export const listOf = (type: ListedType, query: ListQuery, onQuery: (query: ListQuery) => void) => {
  const ask = (next: ListQuery, keepsSelection: boolean): void => {
    const { lists, update } = useListStore.getState()
    const key = keyOf(type, next)
    keepScrollTop(key, 0)
    update(key, { active: 0, anchor: 0, selection: keepsSelection ? lists[keyOf(type, query)]?.selection ?? noSelection : noSelection })
    rememberQuery(type, next)
    onQuery(next)
  }
  return {
    type, query,
    ask: (next: ListQuery) => { ask(next, false) },
    order: (sort: RecordSort) => { ask({ ...query, sort }, true) },
    choose: (facets: ChosenFacets) => { ask({ ...query, facets: Object.fromEntries(Object.entries(facets).map(([facet, values]) => [facet, [...values]])) }, false) },
    groupBy: (group: string | undefined) => {
      const { group: _before, ...others } = query
      ask({ ...others, ...group !== undefined && { group } }, true)
    },
  }
}

export type List = ReturnType<typeof listOf>

export const foldFacet = (facet: string): void =>
  useListStore.setState(({ foldedFacets }) => ({ foldedFacets: foldedFacets.includes(facet) ? foldedFacets.filter((other) => other !== facet) : [...foldedFacets, facet] }))

/** The choice with one value added or taken away; a facet without a value is left out. */
export const toggleFacet = (facets: ChosenFacets, facet: string, value: string): ChosenFacets => {
  const { [facet]: values = [], ...others } = facets
  const next = values.includes(value) ? values.filter((other) => other !== value) : [...values, value]
  return next.length > 0 ? { ...others, [facet]: next } : others
}

/** Every chosen value: those of the facets that every list has first, in their order on screen. */
export const chosenValues = (facets: ChosenFacets): { facet: string; value: string }[] => {
  const known: string[] = [...facetNames]
  const names = [...known.filter((name) => name in facets), ...Object.keys(facets).filter((name) => !known.includes(name))]
  return names.flatMap((facet) => facets[facet]?.map((value) => ({ facet, value })) ?? [])
}
