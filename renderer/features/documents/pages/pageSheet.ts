/** The styles of pages and of what is laid out on them, beside those of the document itself. */
import { faceChain } from './faceChain'
import type { DocumentPreview } from '#shared/contract/documents'

/** Width and height in millimetres of what a page can hold. */
export const textBlock = ({ page, preset: { page: { top, bottom, left, right } } }: Pick<DocumentPreview, 'page' | 'preset'>): { width: number; height: number } =>
  ({ width: page.width - left - right, height: page.height - top - bottom })

/** A little less than the paper: what rounding adds would be one more sheet. */
const rounding = 0.2

export const pageSheet = (preview: Pick<DocumentPreview, 'page' | 'preset'>): string => {
  const { page, preset } = preview
  const { top, bottom, left, right } = preset.page
  const { width, height } = textBlock(preview)
  return `
    :host { all: initial; display: block; }
    .pages { display: grid; gap: var(--page-gap, 0px); justify-content: start; }
    .page { position: relative; width: ${page.width}mm; height: ${page.height - rounding}mm; overflow: hidden; background: #fff; color: #000; break-after: page; break-inside: avoid; contain: strict; }
    .page:last-child { break-after: auto; }
    @media screen { .page { content-visibility: auto; contain-intrinsic-size: ${page.width}mm ${page.height}mm; box-shadow: 0 0 0 1px rgba(0, 0, 0, .14), 0 2px 10px rgba(0, 0, 0, .08); } }
    .flow-root { display: flow-root; width: ${width}mm; }
    .page > .sheet-text { position: absolute; left: ${left}mm; top: ${top}mm; width: ${width}mm; height: ${height}mm; }
    .page-head, .page-foot { position: absolute; left: ${left}mm; right: ${right}mm; display: flex; justify-content: space-between; letter-spacing: 0; text-indent: 0; gap: 8mm; font-family: ${faceChain(preset.faces.page)}; font-size: 9pt; line-height: 1.4; color: #444; }
    .page-head { bottom: ${page.height - top}mm; padding-bottom: 3mm; }
    .page-head > :first-child { flex: none; font-weight: bold; }
    .page-head > :last-child { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; margin-left: auto; }
    .page-foot { top: ${page.height - bottom}mm; padding-top: ${Math.min(7, bottom / 3)}mm; font-size: ${preset.sizes.page}pt; color: #000; justify-content: center; }
    .page-foot[data-place=right] { justify-content: flex-end; padding-right: 1em; }
    .page-foot[data-place=left] { justify-content: flex-start; padding-left: 1em; }
    img, svg { max-width: 100%; max-height: ${(height * 0.86).toFixed(1)}mm; object-fit: contain; }
    [data-continued] { margin-top: 0 !important; padding-top: 0 !important; border-top-width: 0 !important; }
    [data-continued=text] { text-indent: 0 !important; }
    li[data-continued] { list-style: none !important; }
    [data-continues] { margin-bottom: 0 !important; padding-bottom: 0 !important; border-bottom-width: 0 !important; }
    tr[data-continued] > * { border-top-color: transparent !important; }
  `
}
