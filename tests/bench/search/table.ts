/** Rows as a Markdown table, the first of them its header. */
export const formatTable = (rows: readonly (readonly string[])[]): string => {
  const columns = Math.max(...rows.map((row) => row.length))
  const widths = Array.from({ length: columns }, (_, column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)))
  const line = (cells: readonly string[]): string => `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |`
  const [header = [], ...others] = rows
  return [line(header), line(widths.map((width) => '-'.repeat(width))), ...others.map(line)].join('\n')
}
