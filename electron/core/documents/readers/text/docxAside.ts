/** What a Word file says beside its text: comments, headers, footers, struck text, who wrote and changed it, and where its links lead. */
import type { OfficePackage } from '../docx/officePackage'
import { createScanner, decodeEntities, XmlError, type OpenTag, type Scanner } from '../docx/xmlScanner'
import { ReadFailure } from '../readDocument'
import { maxCharacters } from './fileText'

/** Parts without a word of whoever wrote the file, and its pictures, which say nothing that can be read. */
const saysNothing = (part: string): boolean =>
  /^\[content_types\]\.xml$|\/(?:styles|stylesWithEffects|fontTable|numbering|webSettings|theme\d*)\.xml$|(?:^|\/)(?:media|fonts)\/|\.(?:png|jpe?g|gif|emf|wmf|odttf)$/i.test(part)

const isXml = (part: string): boolean => /\.(?:xml|rels)$/i.test(part)

/** Whom a comment or a change is by, what a picture is called, where a field leads. */
const sayingAttributes: ReadonlySet<string> = new Set(['author', 'initials', 'userId', 'descr', 'title', 'alt', 'tooltip', 'instr'])

const attributePattern = /([^\s=/"'<>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

const saidBy = (scanner: Scanner, tag: OpenTag): string[] => {
  if (tag.name === 'Relationship') return scanner.attribute(tag, 'TargetMode')?.toLowerCase() === 'external' ? [scanner.attribute(tag, 'Target') ?? ''] : []
  return [...scanner.xml.slice(tag.attributesStart, tag.end).matchAll(attributePattern)]
    .flatMap(([, name = '', double, single]) => (sayingAttributes.has(name.slice(name.indexOf(':') + 1)) ? [decodeEntities(double ?? single ?? '')] : []))
}

/** Within these and between them the text of a line goes on; all else stands on a line of its own. */
const inLine: ReadonlySet<string> = new Set(['r', 't', 'delText', 'rPr', 'b', 'bCs', 'i', 'iCs', 'u', 'color', 'sz', 'szCs', 'rFonts', 'lang', 'highlight', 'ins', 'del', 'hyperlink', 'smartTag', 'proofErr', 'bookmarkStart', 'bookmarkEnd'])

const textOfPart = (xml: string): string => {
  const scanner = createScanner(xml)
  const said = new Set<string>()
  const texts: string[] = []
  for (let token = scanner.next(); token; token = scanner.next()) {
    if (token.kind === 'text') texts.push(decodeEntities(xml.slice(token.start, token.end)))
    else if (!inLine.has(token.name.slice(token.name.indexOf(':') + 1))) texts.push('\n')
    if (token.kind === 'open') for (const each of saidBy(scanner, token)) said.add(each)
  }
  return [texts.join(''), ...said].join('\n').replace(/\n\s*/g, '\n').trim()
}

/** A part that is no sound XML counts as it is written. */
const textOf = (xml: string): string => {
  try {
    return textOfPart(xml)
  } catch (error) {
    if (error instanceof XmlError) return xml
    throw error
  }
}

/** Each part that says anything, as one text; the main text is among them. Null where a part can't be read, or is too much. */
export const readAside = async (source: OfficePackage): Promise<string[] | null> => {
  const texts: string[] = []
  let room = maxCharacters
  for (const part of source.names()) {
    if (saysNothing(part)) continue
    if (!isXml(part)) return null
    try {
      const text = textOf(await source.xml(part) ?? '')
      room -= text.length
      if (text !== '') texts.push(text)
    } catch (error) {
      if (error instanceof ReadFailure) return null
      throw error
    }
    if (room < 0) return null
  }
  return texts
}
