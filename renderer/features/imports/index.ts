/** Bringing Word and Markdown files in: the dialog, dropping files, and the report of an import. */
export { DropToImport } from './DropToImport'
export { ImportButton } from './ImportButton'
export { ImportDialog } from './ImportDialog'
export { ImportReportPage } from './ImportReportPage'
export { useImport } from './importRequest'
