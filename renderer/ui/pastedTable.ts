/**
 * A table as other programs put it on the clipboard: cells parted by tabs, one with breaks or quotes in it between quotes. Lines without tabs
 * are a table of one column.
 */

/** Undefined for a single line, which is text. */
export const pastedTable = (text: string): string[][] | undefined => {
  if (!text.includes('\t') && !/[\r\n]\s*\S/.test(text.trimStart())) return undefined
  const rows: string[][] = [[]]
  let cell = ''
  let isQuoted = false
  const endCell = (): void => { rows.at(-1)?.push(cell.trim()); cell = '' }
  const characters = text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  for (let at = 0; at < characters.length; at += 1) {
    const character = characters.charAt(at)
    if (isQuoted) {
      if (character !== '"') cell += character
      else if (characters.charAt(at + 1) === '"') { cell += '"'; at += 1 }
      else isQuoted = false
    } else if (character === '"' && cell === '') isQuoted = true
    else if (character === '\t') endCell()
    else if (character === '\n') { endCell(); rows.push([]) }
    else cell += character
  }
  endCell()
  return rows
}
