/** The colours that the page is shown in, for what is drawn without style sheets. */
import { useSyncExternalStore } from 'react'
import { palettes, type Palette } from '#renderer/ui/theme/palette.data'

const subscribe = (onChange: () => void): (() => void) => {
  const observer = new MutationObserver(onChange)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => { observer.disconnect() }
}

const shown = (): Palette => {
  switch (document.documentElement.dataset.theme) {
    case 'dark': return palettes.dark
    case 'contrast': return palettes.contrast
    default: return palettes.light
  }
}

export const useShownPalette = (): Palette => useSyncExternalStore(subscribe, shown)
