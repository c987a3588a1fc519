/** A page of every kind of text, to see a style by while it is changed. Its words are those of the screen. */
import type { DocumentPreview } from '#shared/contract/documents'
import { paperSizes, type DocumentPreset } from '#shared/model/document/preset'
import { withRoom } from '#shared/model/document/textRoom'
import { faceChain } from '../pages/faceChain'

export interface SampleWords { title: string; heading1: string; heading2: string; heading3: string; text: string; caption: string; columns: readonly string[]; rows: readonly (readonly string[])[]; mark: string; header: string }

const lineHeight = ({ line }: DocumentPreset, size: number): number => (line.rule === 'exact' ? Math.max(line.points, size * 1.15) : line.times * size * 1.3)

const escaped = (text: string): string => Object.assign(document.createElement('i'), { textContent: text }).innerHTML

const css = (preset: DocumentPreset): string => {
  const { faces, sizes, accent, boldHeadings, firstLine, numbers } = preset
  const face = (name: 'title' | 'text' | 'table' | 'heading1' | 'heading2' | 'heading3'): string => `${faceChain(faces.latin)}, ${faceChain(faces[name])}`
  const heading = (level: 1 | 2 | 3): string =>
    `.document h${level} { font: ${boldHeadings ? 700 : 400} ${sizes[`heading${level}`]}pt/${lineHeight(preset, sizes[`heading${level}`])}pt ${face(`heading${level}`)}; color: #${accent}; margin: ${preset.line.rule === 'exact' ? '0' : '.6em 0 .3em'}; text-indent: ${numbers === 'chinese' ? firstLine : 0}em; }`
  return `
    .document { font: 400 ${sizes.text}pt/${lineHeight(preset, sizes.text)}pt ${face('text')}; text-align: justify; }
    .document .title { margin: 0 0 .6em; font: 400 ${sizes.title}pt/1.45 ${face('title')}; color: #${accent}; text-align: center; text-indent: 0; }
    ${heading(1)} ${heading(2)} ${heading(3)}
    .document p { margin: 0; text-indent: ${firstLine}em; }
    .document table { width: 100%; margin: 6pt 0; border-collapse: collapse; font: 400 ${sizes.table}pt/1.4 ${face('table')}; }
    .document caption { padding: 2pt; font-family: ${face('heading1')}; }
    .document th, .document td { padding: 2pt 4pt; border: .5pt solid #333; text-align: left; }
    .document th { font-weight: 700; text-align: center; background: #${accent}1a; }
  `
}

const numbered = ({ numbers }: DocumentPreset): readonly [string, string, string] =>
  (numbers === 'chinese' ? ['一、', '（一）', '1.'] : numbers === 'decimal' ? ['1　', '1.1　', '1.1.1　'] : ['', '', ''])

/** One that a library keeps with too wide margins looks as documents have it: with smaller ones. */
export const samplePreview = (kept: DocumentPreset, words: SampleWords): DocumentPreview => {
  const preset = { ...kept, page: withRoom(kept.page) }
  const [first, second, third] = numbered(preset)
  const cells = (tag: 'th' | 'td', texts: readonly string[]): string => `<tr>${texts.map((text) => `<${tag}>${escaped(text)}</${tag}>`).join('')}</tr>`
  const paragraph = `<p>${escaped(words.text)}</p>`
  const html = `<section data-part="section"><h1 class="title">${escaped(words.title)}</h1>${paragraph}<h1>${first}${escaped(words.heading1)}</h1>${paragraph}<h2>${second}${escaped(words.heading2)}</h2>${paragraph}`
    + `<h3>${third}${escaped(words.heading3)}</h3>${paragraph}<table><caption>${escaped(words.caption)}</caption><thead>${cells('th', words.columns)}</thead><tbody>${words.rows.map((row) => cells('td', row)).join('')}</tbody></table>${paragraph}</section>`
  return {
    title: words.title, suggestedName: '', html, css: css(preset), preset, page: paperSizes[preset.page.paper], mark: words.mark, header: words.header, hasPageNumbers: true, faces: [], warnings: [], restricted: [],
  }
}
