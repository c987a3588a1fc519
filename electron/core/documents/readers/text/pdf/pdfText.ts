/** The text of a PDF, a piece a page. */
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { ReadFailure } from '../../readDocument'
import { damaged, readWhole } from '../../wholeFile'
import { limitText, maxCharacters, type FileText, type FileTextPiece } from '../fileText'
import { pageText, TextItem } from './pageText'
import { openPdf } from './pdfjs'

/** Milliseconds: what was read by then is better than nothing. A page that hangs is for whoever ends the worker. */
const longest = 40_000

const failureOf = (error: unknown): ReadFailure => (error instanceof Error && error.name === 'PasswordException'
  ? new ReadFailure({ code: 'encrypted', detail: error.message }, { cause: error })
  : damaged(error))

const readPage = async (document: PDFDocumentProxy, number: number): Promise<string> => {
  const page = await document.getPage(number)
  const { items } = await page.getTextContent()
  page.cleanup()
  return pageText(items.flatMap((item) => ('str' in item ? TextItem.parse(item) : [])))
}

const readPages = async (document: PDFDocumentProxy): Promise<FileText> => {
  const end = performance.now() + longest
  const pieces: FileTextPiece[] = []
  let characters = 0
  let failed: ReadFailure | undefined
  let page = 0
  while (page < document.numPages && characters <= maxCharacters && performance.now() < end) {
    page += 1
    try {
      const text = await readPage(document, page)
      pieces.push({ text, page })
      characters += text.length
    } catch (error) {
      failed = damaged(error)
    }
  }
  if (failed !== undefined && characters === 0) throw failed
  const read = limitText(pieces)
  return { ...read, isCut: read.isCut || failed !== undefined || page < document.numPages }
}

/** Rejects with ReadFailure: `encrypted` where it takes a password to read, `damaged` where no page can be read. A scan without text has no pieces. */
export const readPdfText = async (path: string): Promise<FileText> => {
  const bytes = await readWhole(path)
  if (bytes.length === 0) throw new ReadFailure({ code: 'empty', detail: '0 bytes' })
  const task = await openPdf(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length))
  try {
    return await readPages(await task.promise)
  } catch (error) {
    throw failureOf(error)
  } finally {
    await task.destroy()
  }
}
