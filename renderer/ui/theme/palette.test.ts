import { describe, expect, it } from 'vitest'
import { palettes, type Look, type Palette } from './palette.data'
import { paletteCss } from './paletteSheet'

const channel = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)

/** Relative luminance as WCAG 2.2 defines it. */
const luminance = (hex: string): number => {
  const [red, green, blue] = [1, 3, 5].map((at) => channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255))
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0)
}

const contrast = (a: string, b: string): number => {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

type Pair = readonly [text: keyof Palette, ground: keyof Palette]

const grounds = ['paper', 'surface', 'raised', 'hover', 'sel'] as const
const texts: readonly Pair[] = [
  ...grounds.flatMap((ground): Pair[] => [['ink', ground], ['ink2', ground], ['ink3', ground], ['jadeText', ground], ['rust', ground]]),
  ['ink3', 'sunken'], ['onJade', 'jade'], ['jadeText', 'jadeBg'], ['blue', 'blueBg'], ['ochre', 'ochreBg'], ['violet', 'violetBg'],
  ['rust', 'rustBg'], ['grey', 'greyBg'], ['seal', 'sealBg'], ['ink', 'mark'], ['hereText', 'hereBg'], ['packageText', 'packageBg'],
]
const looks: readonly Look[] = ['light', 'dark', 'contrast']

describe.each(looks)('the %s palette', (look) => {
  const palette = palettes[look]

  it.each(texts)('can be read: %s on %s', (text, ground) => {
    expect(contrast(palette[text], palette[ground])).toBeGreaterThanOrEqual(4.5)
  })

  it('shows the edge of a field', () => {
    expect(contrast(palette.ctl, palette.surface)).toBeGreaterThanOrEqual(3)
  })

  it('reaches the page as CSS variables', () => {
    expect(paletteCss()).toContain(`[data-theme=${look}]{`)
    expect(paletteCss()).toContain(`--lf-jade-text:${palette.jadeText};`)
  })
})
