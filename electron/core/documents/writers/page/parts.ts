/** Each part of a document as the elements of its section. */
import type { DocumentPart } from '../../plan/plan'
import { escapeHtml } from '../html/escape'
import { blocksHtml, headingHtml } from './blocks'
import type { Listed, PageContext } from './context'
import { flowHtml } from './flow'
import { tableHtml } from './tables'

type Of<Kind extends DocumentPart['kind']> = Extract<DocumentPart, { kind: Kind }>

/** Of the text on a page, and of a line of it, in CSS pixels. */
export interface TextSize { width: number; height: number; line: number }

const lines = (text: string): string => escapeHtml(text).replaceAll('\n', '<br>')

/** A long title is set smaller, never cut. */
export const lengthOf = (title: string): '' | 'long' | 'longer' => (title.length > 120 ? 'longer' : title.length > 48 ? 'long' : '')

const titleHtml = (title: string, context: PageContext): string => {
  const length = lengthOf(title)
  if (length !== '') context.warnings.add('title_shortened', title.slice(0, 20))
  return `<h1 class="title${length === '' ? '' : ` ${length}`}">${escapeHtml(title)}</h1>`
}

export const coverHtml = ({ title, subtitle, values, approvals, foot }: Of<'cover'>, context: PageContext): string => [
  '<div class="above"></div>', titleHtml(title, context), subtitle === '' ? '' : `<p class="subtitle">${escapeHtml(subtitle)}</p>`, '<div class="between"></div>',
  values.length === 0 ? '' : `<table class="values"><tbody>${values.map(({ label, value }) => `<tr><th scope="row">${escapeHtml(label)}</th><td>${escapeHtml(value)}</td></tr>`).join('')}</tbody></table>`,
  approvals.length === 0 ? '' : `<table class="approvals"><tbody>${approvals.map(({ label, name, date }) => `<tr><th scope="row">${escapeHtml(label)}</th><td>${escapeHtml(name)}</td><td>${escapeHtml(date)}</td></tr>`).join('')}</tbody></table>`,
  '<div class="below"></div>', ...foot.map((line) => `<p class="foot">${escapeHtml(line)}</p>`),
].join('')

/** The paginator writes the page of each into its `data-page`. */
export const contentsHtml = ({ title, depth }: Of<'contents'>, headings: readonly Listed[]): string => [
  `<p class="contents-title">${escapeHtml(title)}</p>`,
  ...headings.filter(({ level }) => level <= depth).map(({ id, level, text }) =>
    `<p class="entry l${level}" data-target="${id}"><span class="entry-text">${escapeHtml(text)}</span><span class="leader"></span><span class="entry-page" data-page></span></p>`),
].join('')

export const headHtml = ({ level, title, data, summary, form }: Of<'head'>, { width }: TextSize, context: PageContext): string => [
  level === 0 ? titleHtml(title, context) : headingHtml(level, title, escapeHtml(title), true, 'record', context),
  ...data.map((line) => `<p class="data${level === 0 ? ' centred' : ''}">${escapeHtml(line)}</p>`),
  summary === '' ? '' : `<p class="summary"><strong>${context.labels.summary}${context.labels.colon}</strong>${lines(summary)}</p>`,
  form ? tableHtml(form, { isCell: false, box: '', level, isNumbered: true, width }, context, blocksHtml, 'form') : '',
].join('')

export const sectionHtml = ({ level, title, isNumbered, blocks }: Of<'section'>, { width }: TextSize, context: PageContext): string => {
  const first = context.html.notes.length
  const heading = title === '' ? '' : headingHtml(level, title, escapeHtml(title), isNumbered, '', context)
  const written = blocksHtml(blocks, { isCell: false, box: '', level, isNumbered, width }, context)
  const none = title !== '' && written === '' ? `<p class="none">${context.labels.none}</p>` : ''
  const notes = context.html.notes.slice(first).map((note, index) => `<p class="note${index === 0 ? ' first' : ''}"><span class="mark">[${first + index + 1}]</span>${note}</p>`)
  return heading + written + none + notes.join('')
}

/** What stands with a chart above it: a heading, and what leads to it. */
const leadLines = 4

/** Tenths of a millimetre, so that each height has a class of its own. */
export const heightClass = (millimetres: number): string => `rows${Math.round(millimetres * 10)}`
export const sizeClass = (points: number): string => `size${Math.round(points * 10)}`

export const partHtml = (part: Exclude<DocumentPart, { kind: 'contents' }>, text: TextSize, context: PageContext): string => {
  switch (part.kind) {
    case 'cover': return coverHtml(part, context)
    case 'head': return headHtml(part, text, context)
    case 'section': return sectionHtml(part, text, context)
    case 'blank': return tableHtml(part.table, { isCell: false, box: '', level: 1, isNumbered: false, width: text.width }, context, blocksHtml, `blank ${heightClass(part.rowHeight)}`)
    case 'flow': return flowHtml(part.chart, part.caption, { yes: context.labels.yes, no: context.labels.no }, { ...text, above: text.line * leadLines })
    case 'banner': return `<p class="banner ${part.tone} ${sizeClass(part.size)}">${lines(part.text)}</p>`
  }
}
