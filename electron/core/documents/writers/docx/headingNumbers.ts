/** The number in front of each heading, as its outline counts, so that contents can show it. */
import type { BookmarkListNumber, IXmlableObject } from 'docx'
import { chineseMark } from '../../plan/headingNumbers'
import { attributeOf, blocksIn, bookmarksIn, childOf } from './builtXml'
import type { Look } from './look'
import { headingLevelCount } from './numbering'

/** By the name of each bookmark of a numbered heading. */
export const headingNumbers = (body: IXmlableObject, { preset: { numbers } }: Look): Map<string, BookmarkListNumber> => {
  const found = new Map<string, BookmarkListNumber>()
  if (numbers === 'none') return found
  const counts = Array.from({ length: headingLevelCount }, () => 0)
  for (const block of blocksIn(body)) {
    const properties = childOf(block, 'w:pPr')
    const level = Number(/^Heading(\d)$/.exec(attributeOf(childOf(properties, 'w:pStyle'), 'w:val') ?? '')?.[1] ?? 0)
    if (level === 0 || attributeOf(childOf(properties, 'w:numPr', 'w:numId'), 'w:val') === '0') continue
    counts[level - 1] = (counts[level - 1] ?? 0) + 1
    counts.fill(0, level)
    const text = numbers === 'chinese' ? chineseMark(level, counts[level - 1] ?? 0).trim() : counts.slice(0, level).join('.')
    for (const name of bookmarksIn(block)) found.set(name, { text, separator: numbers === 'chinese' && level <= 2 ? 'nothing' : 'space', width: 0 })
  }
  return found
}
