/**
 * pdf.js, loaded so that it runs where there is no browser: it has no canvas, never draws, and finds its character maps as files of its package.
 * It takes Electron's processes for browser windows, so nothing is left to what it would choose there.
 */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type * as Pdfjs from 'pdfjs-dist'

const fromHere = createRequire(import.meta.url)

/** Chinese fonts that are not embedded are told by the names of Adobe's character maps. */
class CharacterMaps {
  readonly folder = join(dirname(fromHere.resolve('pdfjs-dist/package.json')), 'cmaps')

  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    if (kind !== 'cMapUrl') throw new Error(`no ${kind} here`)
    return new Uint8Array(await readFile(join(this.folder, basename(filename))))
  }
}

/** It makes a matrix as it is loaded, but computes with one only when it draws. */
class Blank { readonly isBlank = true }

const load = async (): Promise<typeof Pdfjs> => {
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) if (!(name in globalThis)) Object.assign(globalThis, { [name]: Blank })
  // Its other half, which has no types: where it finds it loaded, it runs it in this thread.
  await import(pathToFileURL(fromHere.resolve('pdfjs-dist/legacy/build/pdf.worker.mjs')).href)
  return import('pdfjs-dist/legacy/build/pdf.mjs')
}

let loading: Promise<typeof Pdfjs> | undefined

/** Takes the bytes over. Whoever opens one destroys the task. */
export const openPdf = async (data: Uint8Array): Promise<Pdfjs.PDFDocumentLoadingTask> => {
  loading ??= load()
  const { getDocument, VerbosityLevel } = await loading
  return getDocument({
    data, BinaryDataFactory: CharacterMaps, cMapUrl: '/', cMapPacked: true, useWorkerFetch: false, verbosity: VerbosityLevel.ERRORS,
    // Standard fonts are not drawn, and their widths are known.
    useSystemFonts: true, disableFontFace: true, isEvalSupported: false, isOffscreenCanvasSupported: false, isImageDecoderSupported: false, useWasm: false,
  })
}
