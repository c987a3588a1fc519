/** The wish for a new product, with the sources that are chosen already. */
import { create } from 'zustand'

/** Null where nobody asks. */
export const useNewProductRequest = create<{ sources: readonly string[] | null }>(() => ({ sources: null }))

export const askForProduct = (sources: readonly string[]): void => useNewProductRequest.setState({ sources })

export const dropProductRequest = (): void => useNewProductRequest.setState({ sources: null })
