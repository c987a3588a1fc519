/** Where a feature can send the user. The app implements it with its router, so that features know no routes. */
import { createContext, useContext } from 'react'
import type { DocumentSource } from '#shared/contract/documents'
import type { SavedSearch, SearchFilters } from '#shared/contract/search'
import type { Figure } from '#shared/contract/statistics'
import type { ListQuery } from '#shared/model/listFields'
import type { ListedType } from '#shared/model/recordTypes'

export interface RecordTarget {
  /** Open for editing at once. */
  edit?: boolean
  /** Scroll to this block or section. */
  blockId?: string
  sectionId?: string
  /** Show this file of it, by its hash. */
  attachment?: string
}

/** What is known of a product before it is made. */
export interface ProductPreset { title?: string; summary?: string; stage?: 'proposed' | 'drafting' }

/** What adoptions are looked for among the rest: late ones, those behind, pilots, those of what is not here, those that are counted once with another. */
export const adoptionKinds = ['overdue', 'behind', 'pilot', 'unknown', 'repeated'] as const

/** What the list of all adoptions is narrowed to; `product` is an id, the others are what they are called, a verdict `none` where there is none. */
export interface AdoptionChoice {
  product?: string | undefined
  unit?: string | undefined
  stage?: string | undefined
  verdict?: string | undefined
  only?: (typeof adoptionKinds)[number] | undefined
}

/** The parts of the settings, in their order. */
export const settingsParts = ['me', 'look', 'library', 'units', 'fields', 'tags', 'people', 'synonyms', 'customFields', 'templates', 'documents', 'slides', 'keys', 'backup', 'about'] as const
export type SettingsPart = (typeof settingsParts)[number]

export interface Navigation {
  openWorkbench: () => void
  /** As it was left, unless it is to ask for something else. */
  openLibrary: (type: ListedType, query?: ListQuery) => void
  openRecord: (id: string, target?: RecordTarget) => void
  /** A filled copy of a tool. */
  openCopy: (toolId: string, id: string) => void
  openImport: (jobId: string) => void
  /** Two records side by side, to be made one. */
  openMerge: (id: string, other: string) => void
  /** The slides of a record, of many, of an edition or a meeting, over the whole window. */
  present: (source: DocumentSource) => void
  /** Asks for a new product's name and its sources, with these chosen. */
  newProduct: (sources: readonly string[], preset?: ProductPreset) => void
  /** Records that are ripe to become a product. */
  openCandidates: () => void
  /** All adoptions, or some. */
  openAdoptions: (choice?: AdoptionChoice) => void
  /** The figures, the one first that is asked for. */
  openStatistics: (figure?: Figure) => void
  openPackages: () => void
  /** What a job made of a document. */
  openDocument: (jobId: string) => void
  /** What a job that opened a package found. */
  openPackage: (jobId: string) => void
  /** Asks what a package of these records shall hold. */
  packRecords: (ids: readonly string[]) => void
  /** The records that a saved search finds. */
  openSmartList: (searchId: string) => void
  /** The search, with what a saved one asks already in it. */
  openSearch: (saved: SavedSearch) => void
  /** The search, with this already asked. */
  searchFor: (asked: { text: string; filters: SearchFilters }) => void
  openTrash: () => void
  openSettings: (part: SettingsPart) => void
  /** Whether the library is whole, and what can be repaired. */
  openHealth: () => void
  openWelcome: () => void
}

const NavigationContext = createContext<Navigation | undefined>(undefined)

export const NavigationProvider = NavigationContext.Provider

export const useNavigation = (): Navigation => {
  const navigation = useContext(NavigationContext)
  if (!navigation) throw new Error('useNavigation outside NavigationProvider')
  return navigation
}
