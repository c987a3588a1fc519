/** Texts that nobody writes by hand, and that parsers of Markdown need minutes for: their time grows with the square of what is opened and never closed. */

const most = { levels: 100, open: 1000 } as const

/** Markers of lists and quotes one in another, on a line or by how far it stands in. */
const deepLine = new RegExp(String.raw`^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])[ \t])){${most.levels}}|^[ \t]{${2 * most.levels},}(?:[-+*]|\d{1,9}[.)])[ \t]`, 'm')
const longRun = /`{200}/

/** Whether more brackets of one paragraph stay open, or close what was not open, than anyone writes. */
const isLeftOpen = (text: string): boolean => {
  for (const paragraph of text.split(/\n[ \t\r]*\n/)) {
    let open = 0
    let stray = 0
    for (const [bracket] of paragraph.matchAll(/[[\]]/g)) {
      if (bracket === '[') open += 1
      else if (open > 0) open -= 1
      else stray += 1
      if (open > most.open || stray > most.open) return true
    }
  }
  return false
}

export const isEndless = (text: string): boolean => longRun.test(text) || deepLine.test(text) || isLeftOpen(text)
