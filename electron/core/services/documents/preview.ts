/** A document as it will look, for the screen. */
import type { DocumentPreview } from '#shared/contract/documents'
import type { RecordRow } from '#shared/contract/records'
import { paperSizes } from '#shared/model/document/preset'
import type { WrittenPage } from '../../documents/writers/page/writePage'
import type { PlannedDocument } from './plans'

export const previewOf = ({ title, suggestedName, plan }: PlannedDocument, { html, css, faces, warnings }: WrittenPage, restricted: RecordRow[]): DocumentPreview => {
  const { width, height } = paperSizes[plan.preset.page.paper]
  return {
    title, suggestedName, html, css, preset: plan.preset, page: plan.page.isLandscape ? { width: height, height: width } : { width, height },
    mark: plan.mark, header: plan.header, hasPageNumbers: plan.page.hasPageNumbers, faces, warnings, restricted,
  }
}
