/** What a page without the app runs, bundled: lays a document out and tells what came of it. */
import { isInstalled } from '#renderer/features/documents/faces/installed'
import { layOut } from '#renderer/features/documents/pages/layOut'
import type { DocumentPreview } from '#shared/contract/documents'

export interface PagesFacts {
  /** Of each page: its text without white space and repeated heads, and by how many pixels something stands outside. */
  pages: { text: string; beyond: number; number: string; first: string; heads: number }[]
  source: string
}

const squeezed = (text: string): string => text.replace(/\s+/g, '')

const ownText = (root: Element): string => {
  const copy = document.createElement('div')
  copy.append(root.cloneNode(true))
  for (const head of copy.querySelectorAll('table[data-continued] > thead')) head.remove()
  return squeezed(copy.textContent)
}

const beyondOf = (text: Element): number => {
  const box = text.getBoundingClientRect()
  const range = document.createRange()
  range.selectNodeContents(text)
  const rects = [...range.getClientRects(), ...[...text.querySelectorAll('*')].map((each) => each.getBoundingClientRect())]
  return Math.max(0, ...rects.filter(({ width, height }) => width > 0 && height > 0).map(({ bottom, right, top }) => Math.max(bottom - box.bottom, right - box.right, box.top - top)))
}

const facts = async (preview: DocumentPreview): Promise<PagesFacts> => {
  document.body.replaceChildren()
  const { pages, css } = await layOut(preview, { language: 'zh-CN', ofTotal: (page, total) => `第 ${page} 页 共 ${total} 页`, signal: new AbortController().signal })
  const host = document.createElement('div')
  const shadow = host.attachShadow({ mode: 'open' })
  const list = Object.assign(document.createElement('div'), { className: 'pages' })
  list.append(...pages)
  shadow.append(Object.assign(document.createElement('style'), { textContent: `${css} .page { content-visibility: visible !important; }` }), list)
  document.body.style.margin = '0'
  document.body.append(host)
  const source = squeezed([...new DOMParser().parseFromString(preview.html, 'text/html').body.querySelectorAll(':scope > *')].map(({ textContent }) => textContent).join(''))
  return {
    source,
    pages: pages.map((page) => {
      const text = page.querySelector('.sheet-text')
      return {
        text: text ? ownText(text) : '', beyond: text ? beyondOf(text) : 0, number: page.querySelector('.page-foot')?.textContent ?? '',
        first: squeezed(text?.querySelector('*')?.textContent ?? '').slice(0, 12), heads: page.querySelectorAll('thead').length,
      }
    }),
  }
}

Object.assign(globalThis, { layOutFacts: facts, isInstalled })
