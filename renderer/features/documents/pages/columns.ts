/** Columns of a table keep their widths when its rows stand on several pages. */

const widthsOf = (table: HTMLTableElement): number[] | undefined => {
  const cells = [...table.rows[0]?.cells ?? []]
  return cells.every(({ colSpan }) => colSpan === 1) ? cells.map((cell) => cell.getBoundingClientRect().width) : undefined
}

export const fixColumns = (root: Element): void => {
  for (const table of root.querySelectorAll('table')) {
    const widths = table.querySelector(':scope > colgroup') ? undefined : widthsOf(table)
    if (!widths) continue
    const group = document.createElement('colgroup')
    for (const width of widths) group.append(Object.assign(document.createElement('col'), { width: String(width) }))
    if (table.caption) table.caption.after(group)
    else table.prepend(group)
    table.style.tableLayout = 'fixed'
  }
}
