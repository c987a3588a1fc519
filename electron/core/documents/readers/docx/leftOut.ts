/** What a record has no place for: comments, and headers and footers with more in them than page numbers. */
import { confidentialityMarks, libraryNumber } from '../structure/metadataLabels.data'
import type { OfficePackage } from './officePackage'
import type { Relationships } from './relationships'
import { createScanner, decodeEntities } from './xmlScanner'

const countElements = (xml: string, name: string): number => {
  const scanner = createScanner(xml)
  let count = 0
  for (let token = scanner.next(); token; token = scanner.next()) if (token.kind === 'open' && token.name === name) count += 1
  return count
}

const textOf = (xml: string): string => {
  const scanner = createScanner(xml)
  const texts: string[] = []
  for (let token = scanner.next(); token; token = scanner.next()) {
    if (token.kind !== 'open' || token.name !== 'w:t') continue
    const { start, end } = scanner.inside(token)
    texts.push(decodeEntities(xml.slice(start, end)))
  }
  return texts.join('')
}

/** Page numbers, as footers write them: - 3 -, 第 3 页 共 8 页, Page 3 of 8. */
const isPageNumber = (text: string): boolean => text.replace(/[\d\s\p{P}\p{S}]|第|页|共|page|of/giu, '') === ''

/** What our own writer puts there, all of which stands in the document too. */
const isOwnHeader = (text: string): boolean => {
  const mark = Object.keys(confidentialityMarks).find((each) => text.startsWith(each)) ?? ''
  const rest = text.slice(mark.length)
  return rest === '' || libraryNumber.test(rest)
}

/** `comments` counted; `headers`: headers and footers with text of their own. */
export const readLeftOut = async (source: OfficePackage, relationships: Relationships): Promise<{ comments: number; headers: number }> => {
  let comments = 0
  const texts = new Set<string>()
  for (const { type, target, external } of relationships.values()) {
    if (external || (type !== 'comments' && type !== 'header' && type !== 'footer')) continue
    const xml = await source.xml(target)
    if (xml === undefined) continue
    if (type === 'comments') comments += countElements(xml, 'w:comment')
    else texts.add(textOf(xml).trim())
  }
  return { comments, headers: [...texts].filter((text) => !isPageNumber(text) && !isOwnHeader(text)).length }
}
