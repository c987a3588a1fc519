/** The text of a PDF, a piece a page. */
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import { z } from 'zod'
import { ReadFailure } from '../../readDocument'
import { damaged, readWhole } from '../../wholeFile'
import { limitText, maxCharacters, type FileText, type FileTextPiece } from '../fileText'
import { pageText, TextItem } from './pageText'
import { openPdf } from './pdfjs'
import { boundUnpacked, type Unpacked } from './unpacked'

/** Milliseconds: what was read by then is better than nothing. A page that hangs is for whoever ends the worker. */
const longest = 40_000

const failureOf = (error: unknown): ReadFailure => (error instanceof Error && error.name === 'PasswordException'
  ? new ReadFailure({ code: 'encrypted', detail: error.message }, { cause: error })
  : damaged(error))

const tooMuch = (): ReadFailure => new ReadFailure({ code: 'too_large', detail: 'unpacks to more than there is room for' })

const Part = z.object({ items: z.array(z.union([TextItem, z.object({ type: z.string() })])) })

interface PageItems { items: TextItem[]; isCut: boolean }

/** The items of a page, until they hold more than `room` characters: one page alone may say what ten thousand say. */
const readItems = async (page: PDFPageProxy, room: number): Promise<PageItems> => {
  const reader: ReadableStreamDefaultReader<unknown> = page.streamTextContent().getReader()
  const items: TextItem[] = []
  for (let characters = 0; characters <= room;) {
    const { done, value } = await reader.read()
    if (done) return { items, isCut: false }
    const found = Part.parse(value).items.flatMap((item) => ('str' in item ? [item] : []))
    items.push(...found)
    for (const { str } of found) characters += str.length + 1
  }
  await reader.cancel(new Error('enough was read'))
  return { items, isCut: true }
}

const readPage = async (document: PDFDocumentProxy, number: number, room: number): Promise<PageItems> => {
  const page = await document.getPage(number)
  const read = await readItems(page, room)
  page.cleanup()
  return read
}

const readPages = async (document: PDFDocumentProxy, unpacked: Unpacked): Promise<FileText> => {
  const end = performance.now() + longest
  const pieces: FileTextPiece[] = []
  let characters = 0
  let failed: ReadFailure | undefined
  let isCut = false
  let page = 0
  while (page < document.numPages && !isCut && performance.now() < end) {
    page += 1
    unpacked.renew()
    try {
      const read = await readPage(document, page, maxCharacters - characters)
      const text = pageText(read.items)
      pieces.push({ text, page })
      characters += text.length
      isCut = read.isCut || unpacked.isTooMuch()
    } catch (error) {
      failed = damaged(error)
      isCut = unpacked.isTooMuch()
    }
  }
  if (characters === 0 && unpacked.isTooMuch()) throw tooMuch()
  if (characters === 0 && failed !== undefined) throw failed
  const read = limitText(pieces)
  return { ...read, isCut: read.isCut || isCut || failed !== undefined || page < document.numPages }
}

/**
 * Rejects with ReadFailure: `encrypted` where it takes a password to read, `damaged` where no page can be read, `too_large` where it unpacks
 * to more than there is room for before it says anything. A scan without text has no pieces.
 */
export const readPdfText = async (path: string): Promise<FileText> => {
  const bytes = await readWhole(path)
  if (bytes.length === 0) throw new ReadFailure({ code: 'empty', detail: '0 bytes' })
  return boundUnpacked(async (unpacked) => {
    const task = await openPdf(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length))
    try {
      return await readPages(await task.promise, unpacked)
    } catch (error) {
      throw unpacked.isTooMuch() ? tooMuch() : failureOf(error)
    } finally {
      await task.destroy()
    }
  })
}
