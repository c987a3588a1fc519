/** What is about to be packed, if anything. */
import { create } from 'zustand'
import type { PackageChoice } from '#shared/contract/packageChoice'
import type { NamedLibrary } from '#shared/model/package'

/** Records as they are now, and editions as they were released. */
export type Chosen = Pick<PackageChoice, 'ids' | 'editions'>

/** What is filled in beforehand; empty where nothing is. */
export interface Preset { title: string; purpose: string; unit: string; libraryId: string | null }

interface PackRequest {
  chosen: Chosen | null
  preset: Preset | null
  /** The library that the changes of its records are offered back to. */
  suggestTo: NamedLibrary | null
  /** How often something was to be packed: what is filled in is of one time, also where it goes on with fewer records. */
  asked: number
  close: () => void
}

export const usePackRequest = create<PackRequest>((set) => ({ chosen: null, preset: null, suggestTo: null, asked: 0, close: () => { set({ chosen: null, preset: null, suggestTo: null }) } }))

const ofRecords = (ids: readonly string[]): Chosen => ({ ids: [...new Set(ids)], editions: [] })

const ask = (chosen: Chosen, suggestTo: NamedLibrary | null, preset: Preset | null = null): void => { usePackRequest.setState(({ asked }) => ({ chosen, preset, suggestTo, asked: asked + 1 })) }

/** Opens the dialog that asks what a package of these records shall hold. */
export const packRecords = (ids: readonly string[]): void => { ask(ofRecords(ids), null) }

/** The same for an edition of a product. */
export const packEdition = (edition: Chosen['editions'][number]): void => { ask({ ids: [], editions: [edition] }, null) }

/** The same for records and editions together, with some of it filled in. */
export const packChosen = (chosen: Chosen, preset: Preset): void => { ask(chosen, null, preset) }

/** The same for records that came from a library and were changed here, to be offered back to it. */
export const suggestRecords = (ids: readonly string[], suggestTo: NamedLibrary): void => { ask(ofRecords(ids), suggestTo) }

/** Goes on with fewer records for the same purpose. */
export const packFewer = (ids: readonly string[]): void => { usePackRequest.setState(({ chosen }) => ({ chosen: { ...ofRecords(ids), editions: chosen?.editions ?? [] } })) }
