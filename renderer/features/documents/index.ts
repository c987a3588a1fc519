/** Documents on their way out: what they will look like, what is missing here, and the way they leave. */
export { ExportDialog } from './ExportDialog'
export { showMadeDocument, useExportDocument, type ExportDocument, type ExportedList, type ExportForm } from './exportRequest'
export { DocumentStylesPart, SlideThemePart } from './SettingsParts'
export { documentSourceOf } from './sourceOf'
