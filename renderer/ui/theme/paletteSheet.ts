/** The palette as CSS variables: `--lf-jade-text` for `jadeText`, set wherever an element says `data-theme`. */
import { palettes, type Palette } from './palette.data'

const variableName = (token: string): string => `--lf-${token.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`

const declarations = (palette: Palette): string => Object.entries(palette).map(([token, value]) => `${variableName(token)}:${value}`).join(';')

export const paletteCss = (): string => Object.entries(palettes).map(([look, palette]) =>
  `[data-theme=${look}]{color-scheme:${look === 'dark' ? 'dark' : 'light'};${declarations(palette)}}`).join('\n')

/** A constructed sheet instead of a style element, so that a strict content security policy holds. */
export const installPalette = (): void => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(paletteCss())
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}
