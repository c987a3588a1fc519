/** Pages as the only thing that is printed: they stand in the window beside everything else, which printing leaves out. */
import type { LaidOut } from '../pages/layOut'

const rootId = 'lf-print'

/** Paper in millimetres. */
const sheet = ({ width, height }: { width: number; height: number }): string => `
  @page { size: ${width}mm ${height}mm; margin: 0; }
  @media screen { #${rootId} { display: none; } }
  @media print {
    html, body { height: auto !important; overflow: visible !important; background: #fff !important; }
    body > :not(#${rootId}) { display: none !important; }
    #${rootId} { display: block; }
  }
`

let remove = (): void => undefined

/** Takes away what was to be printed. */
export const dropPrintRoot = (): void => { remove() }

const decoded = async (root: ParentNode): Promise<void> => {
  await Promise.all([...root.querySelectorAll('img')].map((picture) => picture.decode().catch(() => undefined)))
}

/** Resolves when everything is there to be printed; it stays until it is dropped. */
export const openPrintRoot = async ({ pages, css }: LaidOut, paper: { width: number; height: number }): Promise<void> => {
  dropPrintRoot()
  const host = Object.assign(document.createElement('div'), { id: rootId })
  const style = Object.assign(document.createElement('style'), { textContent: sheet(paper) })
  const list = Object.assign(document.createElement('div'), { className: 'pages' })
  list.append(...pages.map((page) => page.cloneNode(true)))
  host.attachShadow({ mode: 'open' }).append(Object.assign(document.createElement('style'), { textContent: css }), list)
  remove = () => { host.remove(); style.remove(); remove = () => undefined }
  document.head.append(style)
  document.body.append(host)
  await decoded(list)
}
