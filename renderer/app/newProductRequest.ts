/** The wish for a new product, with the sources that are chosen already and what else is known of it. */
import { create } from 'zustand'
import type { ProductPreset } from '#renderer/ui/navigation'

/** Null where nobody asks. */
export const useNewProductRequest = create<{ asked: { sources: readonly string[]; preset: ProductPreset } | null }>(() => ({ asked: null }))

export const askForProduct = (sources: readonly string[], preset: ProductPreset = {}): void => useNewProductRequest.setState({ asked: { sources, preset } })

export const dropProductRequest = (): void => useNewProductRequest.setState({ asked: null })
