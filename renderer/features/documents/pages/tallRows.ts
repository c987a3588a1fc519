/** Rows of a table that no page can hold become several, which look like one that goes on. */
import { cutsOf } from './cuts'
import { pieceOf } from './fragment'

/** Of a page's height: what is left beside the head of the table and the end of the page before. */
const most = 0.7

const partRow = (row: HTMLTableRowElement, height: number): void => {
  const cells = [...row.cells]
  const parts = cells.map((cell) => {
    if (cell.rowSpan > 1) return undefined
    const cuts = cutsOf(cell, height)
    return [undefined, ...cuts].map((from, index) => pieceOf(cell, from, cuts[index]))
  })
  const count = Math.max(...parts.map((each) => each?.length ?? 1))
  let last = row
  for (let index = 1; index < count; index += 1) {
    const next = document.createElement('tr')
    next.dataset.continued = ''
    cells.forEach((cell, at) => {
      const own = parts[at]
      if (!own) { cell.rowSpan += 1; return }
      const copy = cell.cloneNode(false)
      const piece = own[index]
      if (piece) copy.appendChild(piece)
      next.append(copy)
    })
    last.after(next)
    last = next
  }
  cells.forEach((cell, at) => {
    const first = parts[at]?.[0]
    if (first) cell.replaceChildren(first)
  })
}

/** Parts the rows in `root` that are too high for pages of a height in pixels. */
export const partTallRows = (root: Element, height: number): void => {
  const tall = [...root.querySelectorAll('tbody > tr')].filter((row): row is HTMLTableRowElement => row instanceof HTMLTableRowElement && row.getBoundingClientRect().height > height * most)
  for (const row of tall) {
    const head = row.closest('table')?.tHead?.getBoundingClientRect().height ?? 0
    partRow(row, Math.max(height * most - head, height / 4))
  }
}
