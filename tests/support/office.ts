/** LibreOffice, an independent program that opens what we write, where it is installed; and what stands where on the pages of a PDF. */
import { execFile } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { basename, delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { openPdf } from '#core/documents/readers/text/pdf/pdfjs'

/** Undefined where it is not installed: the tests that need it are skipped, and counted as such. */
export const office = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'soffice')).find((path) => existsSync(path))

/** The same where it opens slides too: some installations have its word processor alone. */
export const slideOffice = office !== undefined && (process.platform !== 'linux' || existsSync(join(dirname(realpathSync(office)), 'libsdlo.so'))) ? office : undefined

/** Converts files, each in turn; answers with the paths of what came of them. `to` is a format of LibreOffice's, such as `pdf` or `docx`. */
export const converted = async (paths: readonly string[], to: string, folder: string): Promise<string[]> => {
  const out = join(folder, 'converted')
  await mkdir(out, { recursive: true })
  await promisify(execFile)(office ?? '', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', to, '--outdir', out, ...paths], { timeout: 240_000 })
  return paths.map((path) => join(out, basename(path).replace(/\.\w+$/, `.${to.replace(/:.*$/, '')}`)))
}

/** Points from the lower left corner of the page; `width` is that of the whole text. */
export interface PlacedText { text: string; x: number; y: number; width: number; height: number }
export interface PdfPage { width: number; height: number; texts: PlacedText[] }

export const pdfPages = async (path: string): Promise<PdfPage[]> => {
  const task = await openPdf(new Uint8Array(await readFile(path)))
  const pdf = await task.promise
  const pages: PdfPage[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const [left, bottom, right, top] = page.view
    const { items } = await page.getTextContent()
    pages.push({
      width: (right ?? 0) - (left ?? 0), height: (top ?? 0) - (bottom ?? 0),
      texts: items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [{ text: item.str, x: Number(item.transform[4]), y: Number(item.transform[5]), width: item.width, height: item.height }] : [])),
    })
  }
  await task.destroy()
  return pages
}

/** What stands outside its page, by more than a point. */
export const beyondPages = (pages: readonly PdfPage[]): PlacedText[] =>
  pages.flatMap(({ width, height, texts }) => texts.filter((each) => each.x < -1 || each.y < -1 || each.x + each.width > width + 1 || each.y > height + 1))
