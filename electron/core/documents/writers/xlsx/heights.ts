/** How high a row is, reckoned from the lines that its texts take: programs that open a sheet do not all measure them. */

/** Points of a line of 11 point type, and of the highest row that Excel has. */
const [line, highest] = [15, 409]

/** A cell leaves this many characters at its sides free. */
const padding = 1

/** As widths of columns are counted: a digit is 1, a Chinese character two. */
const widthOf = (text: string): number => [...text].reduce((sum, letter) => sum + (/[\u1100-\u{10ffff}]/u.test(letter) ? 2 : /[A-Z@%&—…“”]/.test(letter) ? 1.4 : 1.05), 0)

/** Where a line may end: behind every Chinese character, and between words. */
const pieces = /[\u2e80-\u{10ffff}]|[^\s\u2e80-\u{10ffff}]+\s*|\s+/gu

const linesOf = (text: string, width: number): number => {
  let [lines, used] = [1, 0]
  for (const [piece] of text.matchAll(pieces)) {
    const [seen, whole] = [widthOf(piece.trimEnd()), widthOf(piece)]
    if (used > 0 && used + seen > width) { lines += 1; used = 0 }
    // A word that no line holds is broken.
    if (seen > width) lines += Math.ceil(seen / width) - 1
    used = seen > width ? seen % width : used + whole
  }
  return lines
}

/** In points; undefined for a row of one line, which is as high as its type asks for. `widths` in characters, as the texts stand. */
export const rowHeight = (texts: readonly string[], widths: readonly number[]): number | undefined => {
  const lines = Math.max(1, ...texts.map((text, index) => text.split('\n').reduce((sum, part) => sum + linesOf(part, Math.max(1, (widths[index] ?? 10) - padding)), 0)))
  return lines === 1 ? undefined : Math.min(highest, lines * line)
}
