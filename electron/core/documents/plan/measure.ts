/** How much room text takes, reckoned without a page: for what must fit on one, and for how many pages something will have. */

/** The width of a character in sizes of its letters: Chinese one, Latin about half of it. */
const widthOf = (char: string): number => (/[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f000}-\u{3ffff}]/u.test(char) ? 1 : 0.52)

export const emsOf = (text: string): number => {
  let sum = 0
  for (const char of text) sum += widthOf(char)
  return sum
}

/** How many lines a text has in a width; both in ems. Each break begins a new one. */
export const linesIn = (text: string, width: number, indent = 0): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((emsOf(line) + indent) / Math.max(width, 1) - 0.001)), 0)
