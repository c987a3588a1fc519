/** Parts of a document as HTML to be read on a screen: no pages, no numbers, nothing that is only for paper. */
import type { Language } from '#shared/model/language'
import { labelsByLanguage } from '../../plan/labels.data'
import type { DocumentPart } from '../../plan/plan'
import { flowHtml } from '../page/flow'
import { blocksHtml } from './blocks'
import type { HtmlContext } from './context'
import { escapeHtml } from './escape'

type Entry = Exclude<DocumentPart, { kind: 'cover' | 'contents' }>

/** CSS pixels: as wide as the text, as high as it likes. */
const screen = { width: 740, height: 100_000, above: 0 } as const

const lines = (text: string): string => escapeHtml(text).replaceAll('\n', '<br>')

const notesHtml = (notes: readonly string[], first: number): string =>
  (notes.length === first ? '' : `<ol class="notes" start="${first + 1}">${notes.slice(first).map((note) => `<li>${note}</li>`).join('')}</ol>`)

/** `top` is the level that is the entry's title: it has an `h1`. */
export const readingHtml = (part: Entry, top: number, context: HtmlContext, language: Language): string => {
  const labels = labelsByLanguage[language]
  const heading = (level: number, title: string): string => {
    const tag = `h${Math.min(Math.max(level - top + 1, 1), 6)}`
    return title === '' ? '' : `<${tag}>${escapeHtml(title)}</${tag}>`
  }
  switch (part.kind) {
    case 'head': return [
      heading(part.level, part.title), ...part.data.map((line) => `<p class="data">${escapeHtml(line)}</p>`),
      part.summary === '' ? '' : `<p class="summary">${lines(part.summary)}</p>`, part.form ? blocksHtml([part.form], context) : '',
    ].join('')
    case 'section': {
      const first = context.notes.length
      return `<section>${heading(part.level, part.title)}${blocksHtml(part.blocks, context)}${notesHtml(context.notes, first)}</section>`
    }
    case 'blank': return blocksHtml([part.table], context)
    case 'flow': return flowHtml(part.chart, part.caption, { yes: labels.yes, no: labels.no }, screen)
    case 'banner': return `<p class="banner">${lines(part.text)}</p>`
  }
}
