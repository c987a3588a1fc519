/** styles.xml: what a paragraph or character style says about level, number and look, with what it inherits. */
import { createScanner, type OpenTag, type Scanner } from './xmlScanner'

export interface StyleFacts {
  name?: string
  /** 0 is the highest level, 9 is body text. */
  outline?: number
  numId?: string
  numLevel?: number
  keepNext?: boolean
  align?: string
  bold?: boolean
  italic?: boolean
  /** Points. */
  size?: number
  font?: string
}

interface RawStyle { facts: StyleFacts; basedOn?: string }

export interface Styles {
  /** The style with what it inherits; the document's default paragraph style for null. */
  paragraph(styleId: string | null): StyleFacts
  character(styleId: string | null): StyleFacts
  /** Points. */
  defaultSize: number
}

const isOn = (value: string | undefined): boolean => value !== '0' && value !== 'false' && value !== 'off'

/** Takes one property of a style or of direct formatting into `facts`. */
export const takeProperty = (scanner: Scanner, tag: OpenTag, facts: StyleFacts): void => {
  const value = scanner.attribute(tag, 'w:val')
  switch (tag.name) {
    case 'w:outlineLvl': facts.outline = Number(value); break
    case 'w:numId': if (value !== undefined) facts.numId = value; break
    case 'w:ilvl': facts.numLevel = Number(value); break
    case 'w:keepNext': facts.keepNext = isOn(value); break
    case 'w:jc': if (value !== undefined) facts.align = value; break
    case 'w:b': facts.bold = isOn(value); break
    case 'w:i': facts.italic = isOn(value); break
    case 'w:sz': if (Number(value) > 0) facts.size = Number(value) / 2; break
    case 'w:rFonts': { const font = scanner.attribute(tag, 'w:eastAsia') ?? scanner.attribute(tag, 'w:ascii'); if (font !== undefined) facts.font = font; break }
    default:
  }
}

/** Formatting as it was before a tracked change: not what the document says now. */
export const isFormerFormatting = (name: string): boolean => name.endsWith('PrChange') || name === 'w:numberingChange'

const readStyle = (scanner: Scanner, tag: OpenTag): RawStyle => {
  const style: RawStyle = { facts: {} }
  let former = 0
  scanner.inside(tag, (token) => {
    if (token.kind === 'text') return
    if (isFormerFormatting(token.name)) former += token.kind === 'open' ? 1 : -1
    if (former > 0 || token.kind === 'close') return
    const value = token.name === 'w:name' || token.name === 'w:basedOn' ? scanner.attribute(token, 'w:val') : undefined
    if (token.name === 'w:name' && value !== undefined) style.facts.name = value
    else if (token.name === 'w:basedOn' && value !== undefined) style.basedOn = value
    else takeProperty(scanner, token, style.facts)
  })
  return style
}

const createResolver = (styles: ReadonlyMap<string, RawStyle>, defaultId: string | undefined): ((styleId: string | null) => StyleFacts) => {
  const resolved = new Map<string, StyleFacts>()
  const resolve = (id: string, chain: readonly string[]): StyleFacts => {
    const known = resolved.get(id)
    if (known) return known
    const style = styles.get(id)
    if (!style || chain.includes(id)) return {}
    const facts = { ...(style.basedOn === undefined ? {} : resolve(style.basedOn, [...chain, id])), ...style.facts }
    resolved.set(id, facts)
    return facts
  }
  return (styleId) => {
    const id = styleId ?? defaultId
    return id === undefined ? {} : resolve(id, [])
  }
}

export const readStyles = (xml: string | undefined): Styles => {
  const paragraphs = new Map<string, RawStyle>()
  const characters = new Map<string, RawStyle>()
  const defaults: StyleFacts = {}
  let defaultParagraph: string | undefined
  const scanner = createScanner(xml ?? '')
  for (let token = scanner.next(); token; token = scanner.next()) {
    if (token.kind !== 'open') continue
    if (token.name === 'w:docDefaults') scanner.inside(token, (inner) => { if (inner.kind === 'open') takeProperty(scanner, inner, defaults) })
    if (token.name !== 'w:style') continue
    const id = scanner.attribute(token, 'w:styleId')
    const type = scanner.attribute(token, 'w:type')
    const isDefault = scanner.attribute(token, 'w:default')
    const style = readStyle(scanner, token)
    const kind = type === 'paragraph' ? paragraphs : type === 'character' ? characters : undefined
    if (!kind || id === undefined || kind.has(id)) continue
    kind.set(id, style)
    if (type === 'paragraph' && isDefault !== undefined && isOn(isDefault)) defaultParagraph = id
  }
  return {
    paragraph: createResolver(paragraphs, defaultParagraph),
    character: createResolver(characters, undefined),
    defaultSize: defaults.size ?? 10.5,
  }
}
