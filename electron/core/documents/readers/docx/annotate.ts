/**
 * Rewrites document.xml, footnotes.xml and endnotes.xml before mammoth reads them, because mammoth loses things that matter here:
 * the numbers of automatic numbering, outline levels, column widths, cell shading, picture sizes, equations, text in simple fields and ruby,
 * and pictures and text boxes in places where it does not look. One cheap pass over the text notes these facts, marks each paragraph and
 * picture with a bookmark, and unwraps or leaves out what mammoth would stumble over.
 */
import { markElement, sectionMark, namespaceDeclaration, namespacePrefix } from './bookmarks'
import { createContentsFields } from './contentsFields'
import { readDrawing, type DrawnPicture } from './drawings'
import { readEquation } from './equations'
import type { Relationships } from './relationships'
import { isFormerFormatting, takeProperty, type StyleFacts } from './styles'
import { createTableReader, type CellFacts } from './tableFacts'
import { createScanner, type CloseTag, type OpenTag, type Prefixes, type Range, type Scanner } from './xmlScanner'

export interface ParagraphFacts {
  styleId: string | null
  /** Direct formatting of the paragraph. */
  own: StyleFacts
  /** The cell that the paragraph stands in. */
  cell?: CellFacts
  /** It stands in a text box. */
  boxed: boolean
  /** It belongs to a generated table of contents. */
  contents: boolean
  /** The section that it heads, as a bookmark of our writer says. */
  section?: { key: string | null }
  /** Fonts of its texts: '' where the run names none. */
  fonts: Set<string>
}

export interface Annotated {
  xml: string
  /** The name of the root element. */
  root: string
  paragraphs: ParagraphFacts[]
  pictures: DrawnPicture[]
  counts: { equations: number; objects: number; deletions: number }
}

const unwrapped = new Set(['w:fldSimple', 'w:ruby', 'w:rt', 'w:rubyBase', 'w:dir', 'w:bdo', 'mc:AlternateContent', 'mc:Choice', 'mc:Fallback'])
const leftOut = new Set(['w:bookmarkStart', 'w:bookmarkEnd', 'w:rubyPr', 'w:sectPr', 'w:proofErr', 'w:lastRenderedPageBreak'])
const deletions = new Set(['w:del', 'w:moveFrom'])
const drawings = new Set(['w:drawing', 'w:pict', 'w:object'])

const escapeText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const textElement = (escaped: string): string => `<${namespacePrefix}:t xml:space="preserve">${escaped}</${namespacePrefix}:t>`

/** mc:AlternateContent holds one thing several times. Its first choice is taken if it has anything that is read here, else the fallback. */
const hasReadableChoice = (content: string): boolean => /<(?:\w+:)?(?:drawing|pict|object|t|p|tbl)[\s/>]/.test(content.split(/<\w+:Fallback/, 1)[0] ?? '')

interface ParagraphProperties { styleId: string | null; own: StyleFacts; markDeleted: boolean; after: number }

const readParagraphProperties = (scanner: Scanner, tag: OpenTag): ParagraphProperties => {
  const own: StyleFacts = {}
  let styleId: string | null = null
  let foreign = 0
  let markDeleted = false
  const { after } = scanner.inside(tag, (token) => {
    if (token.kind === 'text') return
    if (isFormerFormatting(token.name) || token.name === 'w:rPr') foreign += token.kind === 'open' ? 1 : -1
    if (token.kind === 'close') return
    if (foreign === 0 && token.name === 'w:pStyle') styleId = scanner.attribute(token, 'w:val') ?? null
    else if (foreign === 0) takeProperty(scanner, token, own)
    else if (token.name === 'w:del') markDeleted = true
  })
  return { styleId, own, markDeleted, after }
}

interface OpenParagraph { facts: ParagraphFacts; boxes: string[] }

export const annotate = (xml: string, relationships: Relationships): Annotated => {
  const annotated: Annotated = { xml: '', root: '', paragraphs: [], pictures: [], counts: { equations: 0, objects: 0, deletions: 0 } }
  const { counts } = annotated

  const annotateRange = (range: Range, prefixes: Prefixes | undefined): string => {
    const scanner = createScanner(xml, range, prefixes)
    const boxed = prefixes !== undefined
    const out: string[] = []
    let copied = range.start
    const replace = (start: number, end: number, text: string): void => { out.push(xml.slice(copied, start), text); copied = end }
    const insert = (at: number, text: string): void => { replace(at, at, text) }
    const tables = createTableReader(scanner, insert)
    const contents = createContentsFields()
    const paragraphs: OpenParagraph[] = []
    const linksKept: boolean[] = []
    const choices: { fallback: boolean; taken: boolean }[] = []
    const contentControls: boolean[] = []
    let runFont = ''

    /** Revision ids and the like are half of the attributes in a file, and mammoth's parser takes long over each. */
    const bareTag = (tag: OpenTag): string => `${xml.slice(tag.start, tag.attributesStart)}>`

    const startParagraph = (tag: OpenTag): void => {
      const cell = tables.cell()
      const facts: ParagraphFacts = { styleId: null, own: {}, boxed, contents: contentControls.includes(true), fonts: new Set(), ...(cell ? { cell } : {}) }
      paragraphs.push({ facts, boxes: [] })
      contents.startParagraph(facts)
      if (tag.selfClosing) return
      replace(tag.start, tag.end, bareTag(tag) + markElement({ kind: 'paragraph', index: annotated.paragraphs.push(facts) - 1 }))
    }

    const takeDrawing = (tag: OpenTag): void => {
      const { after } = scanner.lookInside(tag)
      const here = scanner.prefixes()
      const drawing = readDrawing(scanner, tag)
      counts.objects += drawing.objects
      const marks = drawing.pictures.map((picture) => markElement({ kind: 'picture', index: annotated.pictures.push(picture) - 1 }))
      replace(tag.start, after, [...marks, ...drawing.words.map((words) => textElement(escapeText(words)))].join(''))
      for (const box of drawing.boxes) paragraphs.at(-1)?.boxes.push(annotateRange(box, here))
    }

    const takeAlternative = (tag: OpenTag): boolean => {
      const choice = choices.at(-1)
      const takes = choice !== undefined && !choice.taken && choice.fallback === (tag.name === 'mc:Fallback')
      if (takes) choice.taken = true
      return takes
    }

    const leaveOut = (tag: OpenTag): void => { replace(tag.start, scanner.inside(tag).after, '') }

    /** The cover of our own writer repeats what the head below says. */
    const isOwnCover = (tag: OpenTag): boolean => xml.slice(tag.end, tag.end + 200).includes('w:val="liangfang-cover"')

    const readOpen = (tag: OpenTag): void => {
      if (annotated.root === '') {
        annotated.root = tag.name
        insert(tag.end - (tag.selfClosing ? 2 : 1), namespaceDeclaration)
        return
      }
      if (tables.open(tag)) return
      if (drawings.has(tag.name)) { takeDrawing(tag); return }
      if (deletions.has(tag.name)) { counts.deletions += 1; leaveOut(tag); return }
      if (tag.name === 'w:bookmarkStart') {
        const section = sectionMark(scanner.attribute(tag, 'w:name') ?? '')
        const paragraph = paragraphs.at(-1)
        if (section && paragraph) paragraph.facts.section = section
      }
      if (leftOut.has(tag.name)) { leaveOut(tag); return }
      switch (tag.name) {
        case 'w:p': startParagraph(tag); return
        case 'w:pPr': {
          const { after, markDeleted, ...properties } = readParagraphProperties(scanner, tag)
          const paragraph = paragraphs.at(-1)
          if (paragraph) Object.assign(paragraph.facts, properties)
          if (markDeleted) counts.deletions += 1
          else replace(tag.start, after, '')
          return
        }
        case 'w:r':
          runFont = ''
          if (!tag.selfClosing) replace(tag.start, tag.end, bareTag(tag))
          return
        case 'w:rFonts': runFont = scanner.attribute(tag, 'w:eastAsia') ?? scanner.attribute(tag, 'w:ascii') ?? ''; return
        case 'w:t': paragraphs.at(-1)?.facts.fonts.add(runFont); return
        case 'w:fldChar': contents.mark(scanner.attribute(tag, 'w:fldCharType'), paragraphs.at(-1)?.facts); return
        case 'w:instrText': { const code = scanner.lookInside(tag); contents.code(xml.slice(code.start, code.end)); return }
        case 'w:sdt':
          if (isOwnCover(tag)) leaveOut(tag)
          else contentControls.push(false)
          return
        case 'w:docPartGallery': if (scanner.attribute(tag, 'w:val') === 'Table of Contents') contentControls[contentControls.length - 1] = true; return
        case 'w:cr': replace(tag.start, scanner.inside(tag).after, `<${namespacePrefix}:br/>`); return
        case 'w:ptab': replace(tag.start, scanner.inside(tag).after, `<${namespacePrefix}:tab/>`); return
        case 'w:altChunk':
        case 'w:subDoc': counts.objects += 1; leaveOut(tag); return
        case 'm:oMath':
        case 'm:oMathPara': {
          const { after } = scanner.lookInside(tag)
          counts.equations += 1
          replace(tag.start, after, `<${namespacePrefix}:r>${textElement(readEquation(scanner, tag))}</${namespacePrefix}:r>`)
          return
        }
        case 'w:hyperlink': {
          const kept = relationships.get(scanner.attribute(tag, 'r:id') ?? '')?.external === true
          linksKept.push(kept)
          if (!kept) replace(tag.start, tag.end, '')
          return
        }
        case 'mc:AlternateContent': {
          const content = scanner.lookInside(tag)
          choices.push({ fallback: !hasReadableChoice(xml.slice(content.start, content.end)), taken: false })
          break
        }
        case 'mc:Choice':
        case 'mc:Fallback': if (!takeAlternative(tag)) { leaveOut(tag); return }
          break
        default:
      }
      if (unwrapped.has(tag.name)) replace(tag.start, tag.end, '')
    }

    const readClose = (token: CloseTag): void => {
      tables.close(token)
      if (token.name === 'w:p') insert(token.end, paragraphs.pop()?.boxes.join('') ?? '')
      else if (token.name === 'w:sdt') contentControls.pop()
      else if (token.name === 'w:hyperlink' ? linksKept.pop() === false : unwrapped.has(token.name)) replace(token.start, token.end, '')
      if (token.name === 'mc:AlternateContent') choices.pop()
    }

    for (let token = scanner.next(); token; token = scanner.next()) {
      if (token.kind === 'open') readOpen(token)
      else if (token.kind === 'close') readClose(token)
    }
    out.push(xml.slice(copied, range.end))
    return out.join('')
  }

  annotated.xml = annotateRange({ start: 0, end: xml.length }, undefined)
  return annotated
}
