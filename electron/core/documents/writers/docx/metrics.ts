/** How high text stands in each style, as far as it can be said without a screen. */
import { faceHeight } from './faceHeights'
import type { Look } from './look'

/** Points. `line` is a line's height, `before` and `after` what stands off; `chars` the indent of the first line; `spacing` what each character has besides its size. */
export interface Metrics { size: number; line: number; before: number; after: number; indent: number; chars: number; spacing: number; keepsNext: boolean }

export const metricsByStyle = (look: Look): ((style: string) => Metrics) => {
  const { sizes, faces, line, firstLine, numbers } = look.preset
  const text = (size: number, proportion = 1): Metrics => ({
    size, line: line.rule === 'exact' ? line.points * proportion : line.times * faceHeight(faces.text) * size, before: 0, after: 0, indent: 0, chars: 0, spacing: 0, keepsNext: false,
  })
  const loose = (size: number, more: Partial<Metrics> = {}): Metrics => ({ ...text(size), line: faceHeight(faces.table) * size, ...more })
  const headings = [sizes.heading1, sizes.heading2, sizes.heading3].map((size, index) => {
    const face = [faces.heading1, faces.heading2, faces.heading3][index] ?? faces.text
    return line.rule === 'exact' ? { ...text(size), keepsNext: true, chars: numbers === 'chinese' ? firstLine : 0 } : { ...text(size), line: 1.2 * faceHeight(face) * size, before: size * 0.6, after: size * 0.3, keepsNext: true }
  })
  const spacing = look.characterSpacing / 20
  const box = { ...text(look.small / 2, 0.83), indent: 24 }
  const known: Record<string, Metrics> = {
    BodyText: { ...text(sizes.text), chars: firstLine, spacing }, ListParagraph: { ...text(sizes.text), spacing, indent: sizes.text * 3 }, Quote: { ...text(sizes.text), spacing, indent: sizes.text * 4 },
    QuoteSource: text(look.small / 2), RecordData: text(look.small / 2, 0.83), Abstract: { ...text(look.small / 2, 0.864), before: 8, indent: 32 },
    CalloutNote: box, CalloutTip: box, CalloutWarning: box, CalloutDanger: box, Title: { ...text(sizes.title), line: sizes.title * 1.455, after: 12, keepsNext: true },
    Picture: loose(sizes.text, { before: 6 }), Caption: loose(sizes.table, { before: 4, after: 4 }), TableText: loose(sizes.table), TableHeading: loose(sizes.table), TableEnd: { ...text(5), line: 8 },
    ContentsTitle: { ...text(sizes.title), line: sizes.title * 1.455, after: 12 }, ...Object.fromEntries([1, 2, 3, 4].map((level) => [`TOC${level}`, text(look.small / 2, 0.9)])),
  }
  const inTable = (style: string): Metrics | undefined => {
    const half = Number(/^Table(?:Text|Heading)(\d+)$/.exec(style)?.[1] ?? 0)
    return half === 0 ? undefined : loose(half / 2)
  }
  return (style) => known[style] ?? inTable(style) ?? headings[Number(/^Heading(\d)$/.exec(style)?.[1] ?? 0) - 1] ?? (style.startsWith('Heading') ? headings.at(-1) : undefined) ?? text(sizes.text)
}

/** Points of a paragraph of one line, with what stands off from it. */
export const heightOfLine = ({ line, before, after }: Metrics, lines = 1): number => lines * line + before + after
