/** Which preset a document has: the one that was chosen, or the usual one, on the paper that was chosen, and closer set where it must fit. */
import type { DocumentLook, ExportWarning } from '#shared/contract/documents'
import { AppError } from '#shared/contract/errors'
import { ownPresetsOf, paperSizes, standardPresetIds, type DocumentPreset, type StandardPresetId } from '#shared/model/document/preset'
import { standardPresets } from '#shared/model/document/standardPresets.data'
import { withRoom } from '#shared/model/document/textRoom'
import type { LibraryFile } from '#shared/model/library'

/** Margins in millimetres on every side of A4; sizes in points, no larger than that. Null asks for nothing. */
export type Fitting = { margin: number; text: number; table: number } | null

const chosen = (library: LibraryFile, presetId: string | null, usual: StandardPresetId): DocumentPreset => {
  if (presetId === null) return standardPresets[usual]
  const standard = standardPresetIds.find((id) => id === presetId)
  const found = standard ? standardPresets[standard] : ownPresetsOf(library).find(({ id }) => id === presetId)
  if (!found) throw new AppError('not_found', { kind: 'preset', id: presetId })
  return found
}

const scaledSizes = (sizes: DocumentPreset['sizes'], change: (size: number, name: string) => number): DocumentPreset['sizes'] => ({
  title: change(sizes.title, 'title'), heading1: change(sizes.heading1, 'heading1'), heading2: change(sizes.heading2, 'heading2'), heading3: change(sizes.heading3, 'heading3'),
  text: change(sizes.text, 'text'), table: change(sizes.table, 'table'), page: change(sizes.page, 'page'),
})

/** Smaller nobody reads it on paper. */
const smallest = 7.5

/** Smaller paper has smaller type and margins, larger paper larger margins. */
const onPaper = (preset: DocumentPreset, paper: DocumentPreset['page']['paper']): DocumentPreset => {
  const { page, line } = preset
  if (page.paper === paper) return preset
  const share = paperSizes[paper].width / paperSizes[page.paper].width
  const margins = { top: page.top * share, bottom: page.bottom * share, left: page.left * share, right: page.right * share }
  if (share > 1) return { ...preset, page: { paper, ...margins } }
  const smaller = (value: number): number => Math.max(Math.round(value * 0.8 * 2) / 2, smallest)
  return {
    ...preset, page: { paper, ...margins }, sizes: scaledSizes(preset.sizes, smaller),
    line: line.rule === 'exact' ? { rule: 'exact', points: Math.max(line.points * 0.8, 6) } : line,
  }
}

/** Before it is put on its paper. */
const fitted = (preset: DocumentPreset, fitting: Fitting): DocumentPreset => {
  if (!fitting) return preset
  const { margin, text, table } = fitting
  const sizes = scaledSizes(preset.sizes, (size, name) => Math.min(size, name === 'title' ? text * 1.8 : name === 'table' ? table : text))
  return { ...preset, page: { ...preset.page, top: margin, bottom: margin, left: margin, right: margin }, sizes, line: { rule: 'multiple', times: 1.15 }, cover: false, contents: false }
}

/** With margins that leave the text room, and told where they had to be smaller for it. Throws `not_found` for a preset that is not here. */
export const presetFor = (library: LibraryFile, look: DocumentLook, usual: StandardPresetId, fitting: Fitting): { preset: DocumentPreset; warnings: ExportWarning[] } => {
  const wished = fitted(chosen(library, look.presetId ?? null, usual), fitting)
  const preset = onPaper(wished, look.paper ?? wished.page.paper)
  const page = withRoom(preset.page)
  return page === preset.page ? { preset, warnings: [] } : { preset: { ...preset, page }, warnings: [{ code: 'margins_reduced', count: 1, detail: page.paper }] }
}
