/** A page with what stands at its head and foot. */
import type { DocumentPreview } from '#shared/contract/documents'
import type { DocumentPreset } from '#shared/model/document/preset'
import type { Language } from '#shared/model/language'

export type NumberOf = (page: number, total: number) => string

const numberText = (form: DocumentPreset['pageNumbers'], page: number, total: number, ofTotal: NumberOf): string =>
  (form === 'outside' ? `— ${page} —` : form === 'centre' ? String(page) : ofTotal(page, total))

const child = (parent: Element, className: string, texts: readonly string[]): HTMLElement => {
  const line = document.createElement('div')
  line.className = className
  for (const text of texts) line.append(Object.assign(document.createElement('span'), { textContent: text }))
  parent.append(line)
  return line
}

/** Of a page that holds `piece`; a cover has neither head nor number. */
export const pageOf = (piece: DocumentFragment, { mark, header }: Pick<DocumentPreview, 'mark' | 'header'>, language: Language): HTMLElement => {
  const page = document.createElement('article')
  page.className = 'page document'
  page.lang = language
  const isCover = piece.firstElementChild?.getAttribute('data-part') === 'cover'
  if (isCover) page.dataset.cover = ''
  else if (mark !== '' || header !== '') child(page, 'page-head', [mark, header])
  const text = document.createElement('div')
  text.className = 'sheet-text'
  text.append(piece)
  page.append(text)
  return page
}

/** Writes the numbers once it is known how many pages there are. `ofTotal` says 第 1 页 共 9 页 in the language of the document. */
export const numberPages = (pages: readonly HTMLElement[], { hasPageNumbers, preset: { pageNumbers } }: Pick<DocumentPreview, 'hasPageNumbers' | 'preset'>, ofTotal: NumberOf): void => {
  pages.forEach((page, index) => {
    page.dataset.number = String(index + 1)
    if (!hasPageNumbers || page.dataset.cover !== undefined) return
    const foot = child(page, 'page-foot', [numberText(pageNumbers, index + 1, pages.length, ofTotal)])
    if (pageNumbers === 'outside') foot.dataset.place = index % 2 === 0 ? 'right' : 'left'
  })
}
