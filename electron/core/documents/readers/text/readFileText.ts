/** Reads the text of a file by the reader that its name asks for. */
import { textKindOf, type FileText } from './fileText'

/** Each reader is loaded when first needed. Rejects with ReadFailure for a file that can't be read; with another error for one without a reader. */
export const readFileText = async (path: string, name: string): Promise<FileText> => {
  switch (textKindOf(name)) {
    case 'docx': return (await import('./docxText')).readDocxText(path)
    case 'pdf': return (await import('./pdf/pdfText')).readPdfText(path)
    case 'plain': return (await import('./plainText')).readPlainText(path)
    case undefined: throw new Error(`no reader for the text of ${name}`)
  }
}
