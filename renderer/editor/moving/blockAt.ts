/** Which block of the text stands at a height of the screen. */

/** From the right edge, where every block and every nested item reaches. CSS pixels. */
const inPx = 4

/** A block of the body itself or an item of a list there; what stands in a table or a box moves with it. Undefined at a section's heading. */
export const blockAt = (text: HTMLElement, y: number): HTMLElement | undefined => {
  const under = document.elementFromPoint(text.getBoundingClientRect().right - inPx, y)
  if (!under || !text.contains(under) || under === text) return undefined
  const within: HTMLElement[] = []
  for (let element: Element | null = under; element && element !== text; element = element.parentElement) if (element instanceof HTMLElement) within.push(element)
  const block = within.at(-1)
  if (block?.tagName === 'H2') return undefined
  return block?.tagName === 'UL' || block?.tagName === 'OL' ? within.find((element) => element.tagName === 'LI') : block
}
