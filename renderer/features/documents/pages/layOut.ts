/**
 * Lays a document out on pages of its paper: stretches that begin on a new page one after another, each once as a whole, then cut where pages
 * end. Between two the window can do something else. Everything stands in a shadow root, where only the document's own styles count.
 */
import type { DocumentPreview } from '#shared/contract/documents'
import type { Language } from '#shared/model/language'
import { fixColumns } from './columns'
import { cutsOf } from './cuts'
import { pieceOf } from './fragment'
import { pixelsOf } from './geometry'
import { numberPages, pageOf, type NumberOf } from './pageFrame'
import { pageSheet, textBlock } from './pageSheet'
import { partTallRows } from './tallRows'

export interface LaidOut {
  /** In their order; they belong into a shadow root that has `css`. */
  pages: HTMLElement[]
  css: string
}

/** `language` is that of the document; `onProgress` is told of the pages so far. */
interface LayOutOptions { language: Language; ofTotal: NumberOf; signal: AbortSignal; onProgress?: (pages: number) => void }

const longestWithoutPauseMs = 24

const pause = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, 0) })

const loaded = async (root: Element): Promise<void> => {
  await Promise.all([...root.querySelectorAll('img')].map(async (picture) => new Promise<void>((resolve) => {
    const done = (): void => { resolve() }
    if (picture.complete) done()
    picture.addEventListener('load', done, { once: true })
    picture.addEventListener('error', done, { once: true })
  })))
}

/** Neighbouring parts up to the next that begins on a new page. */
const stretchesOf = (html: string): Element[][] => {
  const stretches: Element[][] = []
  for (const part of [...new DOMParser().parseFromString(html, 'text/html').body.children]) {
    const last = stretches.at(-1)
    const afterCover = last?.at(-1)?.getAttribute('data-part') === 'cover'
    if (last && !afterCover && !part.hasAttribute('data-break') && part.getAttribute('data-part') !== 'cover') last.push(part)
    else stretches.push([part])
  }
  return stretches
}

/** Writes on which page each heading stands that the contents list. */
const fillContents = (pages: readonly HTMLElement[]): void => {
  const places = new Map<string, number>()
  pages.forEach((page, index) => { for (const { id } of page.querySelectorAll('[id]')) if (!places.has(id)) places.set(id, index + 1) })
  for (const page of pages) {
    for (const entry of page.querySelectorAll('[data-target]')) {
      const number = places.get(entry.getAttribute('data-target') ?? '')
      for (const place of entry.querySelectorAll('[data-page]')) place.textContent = number === undefined ? '' : String(number)
    }
  }
}

/** Throws what `signal` was aborted with. */
export const layOut = async (preview: DocumentPreview, { language, ofTotal, signal, onProgress }: LayOutOptions): Promise<LaidOut> => {
  const css = `${preview.css}\n${pageSheet(preview)}`
  const height = pixelsOf(textBlock(preview).height)
  const host = document.createElement('div')
  host.style.cssText = 'position: fixed; left: 0; top: 0; width: 0; height: 0; overflow: hidden; visibility: hidden; pointer-events: none;'
  host.setAttribute('aria-hidden', 'true')
  const shadow = host.attachShadow({ mode: 'open' })
  shadow.append(Object.assign(document.createElement('style'), { textContent: css }))
  const flow = Object.assign(document.createElement('div'), { className: 'flow-root document', lang: language })
  shadow.append(flow)
  document.body.append(host)
  const pages: HTMLElement[] = []
  try {
    const stretches = stretchesOf(preview.html)
    let since = performance.now()
    for (const parts of stretches) {
      flow.replaceChildren(...parts)
      await loaded(flow)
      fixColumns(flow)
      partTallRows(flow, height)
      const cuts = cutsOf(flow, height)
      for (const [at, from] of [undefined, ...cuts].entries()) pages.push(pageOf(pieceOf(flow, from, cuts[at]), preview, language))
      if (performance.now() - since > longestWithoutPauseMs) {
        onProgress?.(pages.length)
        await pause()
        signal.throwIfAborted()
        since = performance.now()
      }
    }
  } finally {
    host.remove()
  }
  fillContents(pages)
  numberPages(pages, preview, ofTotal)
  return { pages, css }
}
