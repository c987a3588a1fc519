/** Masking: looking through what a package would hold, deciding what becomes of what is found, and the words of the library's own list. */
export { MaskSection } from './MaskSection'
export { stayingOut } from './choice/maskChoice'
export { useForgetMade } from './maskDraft'
export { useMasking, type PackMasking } from './useMasking'
