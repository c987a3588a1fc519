/** Inlines as the spans of lines on a slide, and paragraphs as one line a sentence. */
import { isKnownInline, type Inline } from '#shared/model/body/inlines'
import { inlineText } from '#shared/model/body/walk'
import type { DeckLine } from '#shared/model/slides/deck'
import { cutSpans } from '#shared/model/slides/fitLines'

type Span = DeckLine['spans'][number]

const span = (text: string, marks: readonly string[] = []): Span =>
  ({ text, ...(marks.includes('bold') ? { bold: true } : {}), ...(marks.includes('highlight') ? { accent: true } : {}) })

/** One list of spans for each line of the text; a break begins a line. */
export const spanLines = (inlines: readonly Inline[], pictureText: (alt: string) => string): Span[][] => {
  const lines: Span[][] = [[]]
  const put = (each: Span): void => {
    each.text.split(/\r\n|\r|\n/).forEach((text, index) => {
      if (index > 0) lines.push([])
      if (text !== '') lines.at(-1)?.push({ ...each, text: text.replace(/\t/g, ' ') })
    })
  }
  for (const inline of inlines) {
    if (!isKnownInline(inline)) continue
    switch (inline.type) {
      case 'text': put(span(inline.text, inline.marks)); break
      case 'recordLink': put(span(inline.text)); break
      case 'link': put(span(inlineText(inline.inlines))); break
      case 'break': lines.push([]); break
      case 'image': put(span(pictureText(inline.alt))); break
      case 'footnote': break
    }
  }
  return lines.filter((line) => line.some(({ text }) => text.trim() !== ''))
}

/** What is shorter stays with the sentence before it. */
const shortest = 6
const sentenceEnd = /[。！？!?]+[”’』」）》)]*|[.](?=\s+[A-Z])/gu

/** A paragraph of several sentences, one a line: read at a glance rather than as a block. */
export const sentenceLines = (spans: Span[], level: number): DeckLine[] => {
  const text = spans.map((each) => each.text).join('')
  const ends = [...text.matchAll(sentenceEnd)].map((match) => match.index + match[0].length)
  const lines: DeckLine[] = []
  let from = 0
  for (const end of [...ends, text.length]) {
    const rest = text.slice(end).trim()
    if (end !== text.length && (text.slice(from, end).trim().length < shortest || rest.length < shortest)) continue
    const cut = cutSpans({ level, mark: '', spans }, from, end)
    const [first, ...others] = cut
    if (first) lines.push({ level, mark: '', spans: [{ ...first, text: first.text.trimStart() }, ...others].filter((each) => each.text !== '') })
    from = end
  }
  return lines.filter((line) => line.spans.length > 0)
}

export const lineText = ({ level, mark, spans }: DeckLine): string => `${'　'.repeat(level)}${mark === '' ? '' : `${mark} `}${spans.map(({ text }) => text).join('')}`

export const plainLine = (text: string, look: Omit<Span, 'text'> = {}, level = 0, mark = ''): DeckLine => ({ level, mark, spans: text === '' ? [] : [{ text, ...look }] })
