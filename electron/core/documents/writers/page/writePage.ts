/**
 * Writes a plan as HTML to be laid out on pages: the preview, and what is printed. Whoever lays it out needs to know:
 *
 * - `html` is a row of `<section data-part="cover|contents|head|section|blank|flow|banner">` and nothing else. `data-break="page"` on one says
 *   that it begins a new page; one without goes on below the one before.
 * - `css` has rules below `.document` only: what holds the pages, or each page, has that class (and the `lang` of the plan). It sets `--page-width`,
 *   `--page-height`, `--top`, `--bottom`, `--left`, `--right`, `--text-width`, `--text-height` (mm), `--accent` and `--line`.
 * - The children of a section are flat: `p`, `h1`–`h6`, `figure`, `table`, `hr`. No element holds another block but a table its cells, so that a
 *   section can be parted between any two of them, and a copy of the section (its attributes alone) holds what goes on. Items of lists are
 *   `<p class="item lN"><span class="mark">1.</span>…</p>`: their numbers are text. A box (`callout`, `quote`) is a class that its lines share.
 * - `h1`–`h6` have `id` (h1, h2, …, unique) and `data-level`; a number stands in `<span class="number">`. Headings stay with what follows, as
 *   does whatever has `data-keep="next"` (also a `tr` that a span ties to the row below, and a section that leads to a chart: its end).
 * - `table` has `caption`?, `colgroup`, `thead`? (repeat it where the table goes on; the caption not), `tbody`. It may be parted between rows.
 * - The cover is one page: a column as high as the text of a page; never parted. A figure is never parted and is as wide and as high as its
 *   picture says (`width`, `height` in CSS pixels), which is no wider than the text, but may be higher than a page: scale it down then.
 * - Contents: `<p class="entry lN" data-target="h3">` … `<span data-page></span>`, into which the number of the page goes.
 * - Pictures are `/attachments/<sha256>`; nothing else is fetched, and nothing runs.
 */
import type { ExportWarning } from '#shared/contract/documents'
import { createHeadingNumbers } from '../../plan/headingNumbers'
import { labelsByLanguage } from '../../plan/labels.data'
import type { DocumentPart, DocumentPlan } from '../../plan/plan'
import { createWarnings } from '../docx/warnings'
import { escapeHtml } from '../html/escape'
import type { PageContext } from './context'
import { contentsHtml, partHtml } from './parts'
import { readPictures } from './pictures'
import { documentStyle, textSizeOf } from './style'

/** `faces` are the faces that it names, in their order. */
export interface WrittenPage { html: string; css: string; faces: string[]; warnings: ExportWarning[] }

const isAlone = (part: DocumentPart | undefined): boolean => part?.kind === 'cover' || part?.kind === 'contents'

const breaks = (part: DocumentPart, before: DocumentPart | undefined): boolean =>
  before !== undefined && (isAlone(part) || isAlone(before) || ((part.kind === 'head' || part.kind === 'section') && part.newPage))

export const writePage = async (plan: DocumentPlan): Promise<WrittenPage> => {
  const { parts, preset, language, titles } = plan
  const pictures = await readPictures(plan)
  const context: PageContext = {
    labels: labelsByLanguage[language], language, preset, titles, pictures, numbers: createHeadingNumbers(preset.numbers), headings: [], warnings: createWarnings(),
    html: {
      attachmentAddress: (sha256) => (pictures.has(sha256) ? `/attachments/${sha256}` : undefined), recordAddress: () => undefined, notes: [], pictureAttribute: 'src',
      say: (chinese, english) => escapeHtml(language === 'en' ? english : chinese),
    },
  }
  const text = textSizeOf(plan)
  // The contents list what stands behind them: they are written last.
  const written = parts.map((part) => (part.kind === 'contents' ? '' : partHtml(part, text, context)))
  const html = parts.map((part, index) =>
    `<section data-part="${part.kind}"${breaks(part, parts[index - 1]) ? ' data-break="page"' : ''}${part.kind === 'section' && parts[index + 1]?.kind === 'flow' ? ' data-keep="next"' : ''}>${part.kind === 'contents' ? contentsHtml(part, context.headings) : written[index] ?? ''}</section>`)
  return { html: html.join('\n'), css: documentStyle(plan), faces: [...new Set(Object.values(preset.faces))], warnings: [...plan.warnings, ...context.warnings.all()] }
}
