/** Slides of every kind of colour, to see a theme by while it is changed. Their words are those of the screen. */
import type { Deck, Slide } from '#shared/model/slides/deck'
import type { DeckTheme } from '#shared/model/slides/theme'

export interface SampleSlides { kicker: string; title: string; subtitle: string; place: string; heading: string; lines: readonly string[]; results: string; before: string; after: string; columns: readonly string[]; rows: readonly (readonly string[])[] }

export const sampleDeck = (theme: DeckTheme, words: SampleSlides): Deck => {
  const common = (id: string, title: string) => ({ id, kicker: words.kicker, title, notes: '', source: null, itemId: null, part: 1, parts: 1 })
  const line = (text: string, mark: string) => ({ level: 0, mark, spans: [{ text }] })
  const header = (text: string, isHead: boolean) => ({ text, header: isHead, colSpan: 1, rowSpan: 1 })
  const slides: Slide[] = [
    { layout: 'cover', ...common('cover', words.title), subtitle: words.subtitle, lines: [words.place] },
    { layout: 'text', ...common('text', words.heading), lines: words.lines.map((text, index) => line(text, `${index + 1}.`)), size: 24 },
    { layout: 'chart', ...common('chart', words.results), chart: { categories: [...words.columns], series: [{ name: words.before, values: [8, 6, 5] }, { name: words.after, values: [2, 1, 3] }], unit: '' }, lines: [], size: 20 },
    { layout: 'table', ...common('table', words.results), table: { widths: words.columns.map(() => 1 / words.columns.length), headRows: 1, size: 18, caption: '', rows: [words.columns.map((text) => header(text, true)), ...words.rows.map((row) => row.map((text) => header(text, false)))] } },
  ]
  return { title: words.title, footer: theme.footer || words.title, theme, slides }
}
