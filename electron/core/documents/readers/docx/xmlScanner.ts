/**
 * A pull scanner over XML text that knows where in the text each token stands, so that a caller can cut and paste.
 * Element and attribute names come with OOXML's usual prefixes (`w:p`), whatever prefixes the file itself uses.
 * It does not check well-formedness: what it lets pass, the parser after it refuses.
 */
const usualPrefixes: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/drawingml/2006/picture': 'pic',
  'http://purl.oclc.org/ooxml/drawingml/picture': 'pic',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/package/2006/relationships': '',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
}

export interface OpenTag { kind: 'open'; name: string; start: number; end: number; selfClosing: boolean; attributesStart: number }
export interface CloseTag { kind: 'close'; name: string; start: number; end: number }
export interface TextToken { kind: 'text'; start: number; end: number }
export type Token = OpenTag | CloseTag | TextToken

/** A stretch of an XML text; `end` is the first place after it. */
export interface Range { start: number; end: number }

/** The content of an element, and the place after its close tag. */
export interface Content extends Range { after: number }

/** Prefixes as declared where a stretch begins, by the file's own prefix. */
export type Prefixes = ReadonlyMap<string, string>

export interface Scanner {
  readonly xml: string
  /** The next token; undefined at the end. A self-closing tag is followed by a close token of no length. */
  next(): Token | undefined
  attribute(tag: OpenTag, name: string): string | undefined
  /** Reads on to the close tag of an element just opened, handing over every token inside. */
  inside(tag: OpenTag, visit?: (token: Token) => void): Content
  /** The content of an element just opened, without reading on. */
  lookInside(tag: OpenTag): Content
  prefixes(): Prefixes
}

export class XmlError extends Error {}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

export const decodeEntities = (text: string): string => (text.includes('&')
  ? text.replace(/&(?:#(\d+)|#[xX]([0-9a-fA-F]+)|(\w+));/g, (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
    if (name !== undefined) return entities[name] ?? whole
    const code = decimal === undefined ? parseInt(hex ?? '', 16) : parseInt(decimal, 10)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
  : text)

const attributePattern = /([^\s=/"'<>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

const isNameEnd = (code: number): boolean => code <= 0x20 || code === 0x2f || code === 0x3e

const tagEnd = (xml: string, from: number): number => {
  for (let at = from; at < xml.length; at += 1) {
    const code = xml.charCodeAt(at)
    if (code === 0x3e) return at
    if (code === 0x22 || code === 0x27) {
      at = xml.indexOf(code === 0x22 ? '"' : "'", at + 1)
      if (at === -1) break
    }
  }
  throw new XmlError('a tag is not closed')
}

const skipTo = (xml: string, mark: string, from: number): number => {
  const at = xml.indexOf(mark, from)
  if (at === -1) throw new XmlError(`${mark} is missing`)
  return at + mark.length
}

/** Declarations hold for their element alone: the map before it is taken up again at its close tag. */
const declaredPrefixes = (attributes: string, outer: Prefixes): Prefixes => {
  const prefixes = new Map(outer)
  for (const match of attributes.matchAll(attributePattern)) {
    const [, name = '', double, single] = match
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue
    const prefix = name.slice(6)
    prefixes.set(prefix, usualPrefixes[double ?? single ?? ''] ?? `other-${prefix}`)
  }
  return prefixes
}

const usualName = (raw: string, prefixes: Prefixes): string => {
  const colon = raw.indexOf(':')
  const prefix = colon === -1 ? '' : raw.slice(0, colon)
  const usual = prefixes.get(prefix)
  if (usual === undefined || usual === prefix) return raw
  return usual === '' ? raw.slice(colon + 1) : `${usual}:${raw.slice(colon + 1)}`
}

/** Throws XmlError where the text ends inside a tag, and for a DTD, which OOXML forbids (ECMA-376 part 2, 7.2). */
export const createScanner = (xml: string, range: Range = { start: 0, end: xml.length }, known: Prefixes = new Map()): Scanner => {
  let at = range.start
  let depth = 0
  let prefixes = known
  let outer: readonly { depth: number; prefixes: Prefixes }[] = []
  let pendingClose: CloseTag | undefined

  const leave = (): void => {
    const last = outer.at(-1)
    if (last?.depth === depth) { prefixes = last.prefixes; outer = outer.slice(0, -1) }
    depth -= 1
  }

  const readOpen = (start: number): OpenTag => {
    let nameEnd = start + 1
    while (nameEnd < xml.length && !isNameEnd(xml.charCodeAt(nameEnd))) nameEnd += 1
    const close = tagEnd(xml, nameEnd)
    at = close + 1
    depth += 1
    if (xml.slice(nameEnd, close).includes('xmlns')) {
      outer = [...outer, { depth, prefixes }]
      prefixes = declaredPrefixes(xml.slice(nameEnd, close), prefixes)
    }
    const name = usualName(xml.slice(start + 1, nameEnd), prefixes)
    const selfClosing = xml.charCodeAt(close - 1) === 0x2f
    if (selfClosing) pendingClose = { kind: 'close', name, start: at, end: at }
    return { kind: 'open', name, start, end: at, selfClosing, attributesStart: nameEnd }
  }

  const readClose = (start: number): CloseTag => {
    at = skipTo(xml, '>', start)
    const name = usualName(xml.slice(start + 2, at - 1).trimEnd(), prefixes)
    leave()
    return { kind: 'close', name, start, end: at }
  }

  const next = (): Token | undefined => {
    if (pendingClose) {
      const close = pendingClose
      pendingClose = undefined
      leave()
      return close
    }
    while (at < range.end) {
      const start = at
      if (xml.charCodeAt(start) !== 0x3c) {
        const end = xml.indexOf('<', start)
        at = end === -1 || end > range.end ? range.end : end
        return { kind: 'text', start, end: at }
      }
      const second = xml.charCodeAt(start + 1)
      if (second === 0x2f) return readClose(start)
      if (second === 0x3f) at = skipTo(xml, '?>', start)
      else if (second !== 0x21) return readOpen(start)
      else if (xml.startsWith('<!--', start)) at = skipTo(xml, '-->', start)
      else if (xml.startsWith('<![CDATA[', start)) at = skipTo(xml, ']]>', start)
      else throw new XmlError('a document type declaration is not allowed')
    }
    return undefined
  }

  const inside: Scanner['inside'] = (tag, visit) => {
    const level = depth
    for (let token = next(); token; token = next()) {
      if (token.kind === 'close' && depth < level) return { start: tag.end, end: token.start, after: token.end }
      visit?.(token)
    }
    throw new XmlError(`<${tag.name}> is not closed`)
  }

  return {
    xml,
    next,
    inside,
    lookInside: (tag) => {
      const before = { at, depth, prefixes, outer, pendingClose }
      const content = inside(tag);
      ({ at, depth, prefixes, outer, pendingClose } = before)
      return content
    },
    prefixes: () => prefixes,
    attribute: (tag, name) => {
      for (const match of xml.slice(tag.attributesStart, tag.end).matchAll(attributePattern)) {
        const raw = match[1] ?? ''
        if ((raw.includes(':') ? usualName(raw, prefixes) : raw) === name) return decodeEntities(match[2] ?? match[3] ?? '')
      }
      return undefined
    },
  }
}
