/** Opens a PDF of the library with pdf.js: its bytes come by parts as pages need them, and nothing of it is run. */
import { getDocument, GlobalWorkerOptions, PDFDataRangeTransport, VerbosityLevel, type PDFDocumentLoadingTask } from 'pdfjs-dist/legacy/build/pdf.mjs'
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'
import { attachmentUrl } from '#renderer/client/files'
import type { AttachmentRef } from '#shared/model/record'

GlobalWorkerOptions.workerSrc = workerUrl

/** In bytes: a page takes a few of these. */
const rangeBytes = 256 * 1024
/** In pixels: larger pictures of a page are left out. */
const largestPicture = 100_000_000

/** What the build puts beside the screen: character maps and fonts of PDFs that bring none, and decoders of scans. */
const folders: Readonly<Record<string, string>> = { cMapUrl: 'cmaps', standardFontDataUrl: 'standard_fonts', wasmUrl: 'wasm' }

const bytesOf = async (response: Response): Promise<Uint8Array> => {
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}

/** By fetch, which reaches the desktop's own scheme too. */
class ScreenFiles {
  readonly base = '/pdfjs'

  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    return bytesOf(await fetch(`${this.base}/${folders[kind] ?? kind}/${filename}`))
  }
}

class Ranges extends PDFDataRangeTransport {
  readonly ending = new AbortController()

  readonly url: string
  readonly onFailed: (error: unknown) => void

  constructor(url: string, size: number, onFailed: (error: unknown) => void) {
    super(size, null)
    this.url = url
    this.onFailed = onFailed
  }

  override requestDataRange(begin: number, end: number): void {
    fetch(this.url, { headers: { Range: `bytes=${begin}-${end - 1}` }, signal: this.ending.signal })
      .then(bytesOf).then((bytes) => { this.onDataRange(begin, bytes) })
      .catch((error: unknown) => { if (!this.ending.signal.aborted) this.onFailed(error) })
  }

  override abort(): void { this.ending.abort() }
}

/** Whoever opens one destroys the task. `onFailed` hears of bytes that do not come. */
export const openPdf = ({ sha256, size }: AttachmentRef, onFailed: (error: unknown) => void): PDFDocumentLoadingTask => getDocument({
  range: new Ranges(attachmentUrl(sha256), size, onFailed), rangeChunkSize: rangeBytes, disableAutoFetch: true, disableStream: true,
  BinaryDataFactory: ScreenFiles, useWorkerFetch: false, cMapUrl: '/', cMapPacked: true, standardFontDataUrl: '/', wasmUrl: '/',
  isEvalSupported: false, enableXfa: false, maxImageSize: largestPicture, verbosity: VerbosityLevel.ERRORS,
})
