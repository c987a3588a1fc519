/** The runs of a paragraph as inlines, with what they tell about its look. */
import { newBlockId } from '#shared/model/ids'
import { isKnownInline, type Inline, type TextInline } from '#shared/model/body/inlines'
import { inlineText } from '#shared/model/body/walk'
import { parseMark } from './bookmarks'
import type { Element, Run } from './mammothTree'
import type { PlacedPicture } from './pictures'
import type { Source } from './source'
import type { StyleFacts } from './styles'

export type ImageInline = Extract<Inline, { type: 'image' }>

export interface ParagraphInlines {
  inlines: Inline[]
  /** Pictures that float beside the text: where they stand in it means nothing. */
  floating: Set<Inline>
  /** Characters, not counting spaces: all, bold ones, and by size in points. */
  characters: number
  bold: number
  sizes: Map<number, number>
}

const allowedLink = /^(https?:\/\/|mailto:)/i

/** Word's own, pandoc's and LibreOffice's. */
const codeStyle = /^(?:HTML Code|Verbatim Char|Source Text)$/i

const runMarks = (run: Run, character: StyleFacts, paragraph: StyleFacts): string[] => [
  ...(run.isBold || (character.bold ?? paragraph.bold) === true ? ['bold'] : []),
  ...(run.isItalic || (character.italic ?? paragraph.italic) === true ? ['italic'] : []),
  ...(run.isUnderline ? ['underline'] : []),
  ...(run.isStrikethrough ? ['strike'] : []),
  ...(run.verticalAlignment === 'superscript' || run.verticalAlignment === 'subscript' ? [run.verticalAlignment] : []),
  ...(codeStyle.test(character.name ?? '') ? ['code'] : []),
  ...(run.highlight === null ? [] : ['highlight']),
]

const textInline = (text: string, marks: readonly string[]): TextInline => (marks.length > 0 ? { type: 'text', text, marks: [...marks] } : { type: 'text', text })

/** Alternative texts that a word processor makes up by itself. */
const automaticAlt = /^(图片|图像|Picture|Image|image|Graphic|图形)\s*\d*$|^[\w.~-]+\.(png|jpe?g|gif|bmp|emf|wmf|tiff?)$/i

const meaningfulAlt = (alt: string): string => (automaticAlt.test(alt.trim()) ? '' : alt.trim())

/** What can't be shown leaves its alternative text, so that the sentence around it still reads. */
const pictureInline = (picture: PlacedPicture): Inline => (picture.state === 'shown'
  ? {
    type: 'image', attachment: picture.sha256, alt: meaningfulAlt(picture.alt),
    ...(picture.width === undefined ? {} : { width: picture.width }), ...(picture.height === undefined ? {} : { height: picture.height }),
  }
  : textInline(meaningfulAlt(picture.alt), []))

/** A note's paragraphs stand below one another; a footnote holds one line of inlines. */
const noteInlines = (source: Source, body: readonly Element[]): Extract<Inline, { type: 'footnote' }>['inlines'] =>
  body.flatMap((element) => (element.type === 'paragraph' ? [trimLine(readInlines(source, element.children, source.styles.paragraph(null)).inlines)] : []))
    .filter((inlines) => inlineText(inlines).trim() !== '')
    .flatMap((inlines, index) => [
      ...(index > 0 ? [{ type: 'break' as const }] : []),
      ...inlines.flatMap((inline) => (isKnownInline(inline) && (inline.type === 'text' || inline.type === 'break' || inline.type === 'link') ? [inline] : [])),
    ])

export const readInlines = (source: Source, children: readonly Element[], paragraph: StyleFacts): ParagraphInlines => {
  const result: ParagraphInlines = { inlines: [], floating: new Set(), characters: 0, bold: 0, sizes: new Map() }
  const plainMarks = [...(paragraph.bold === true ? ['bold'] : []), ...(paragraph.italic === true ? ['italic'] : [])]

  const readAll = (elements: readonly Element[], marks: readonly string[], size: number, into: Inline[]): void => {
    const addText = (text: string): void => {
      into.push(textInline(text, marks))
      const length = text.replace(/\s/g, '').length
      result.characters += length
      if (marks.includes('bold')) result.bold += length
      result.sizes.set(size, (result.sizes.get(size) ?? 0) + length)
    }
    for (const element of elements) {
      switch (element.type) {
        case 'text': addText(element.value); break
        case 'tab': addText('\t'); break
        case 'checkbox': addText(element.checked ? '☑' : '☐'); break
        case 'break': if (element.breakType === 'line') into.push({ type: 'break' }); break
        case 'run': {
          const character = source.styles.character(element.styleId)
          const runSize = element.fontSize ?? character.size ?? paragraph.size ?? source.styles.defaultSize
          readAll(element.children, runMarks(element, character, paragraph), runSize, into)
          break
        }
        case 'hyperlink': {
          const inside: Inline[] = []
          readAll(element.children, marks, size, inside)
          const texts = inside.filter((inline): inline is TextInline => isKnownInline(inline) && inline.type === 'text')
          const linked = element.href !== undefined && allowedLink.test(element.href) && inlineText(texts).trim() !== ''
          if (linked) into.push({ type: 'link', href: element.href ?? '', inlines: texts }, ...inside.filter((inline) => inline.type !== 'text'))
          else into.push(...inside)
          break
        }
        case 'noteReference': {
          const body = source.note(element)
          if (body) into.push({ type: 'footnote', id: newBlockId(), inlines: noteInlines(source, body) })
          break
        }
        case 'bookmarkStart': {
          const mark = parseMark(element.name)
          const picture = mark?.kind === 'picture' ? source.pictures[mark.index] : undefined
          if (!picture) break
          const inline = pictureInline(picture)
          into.push(inline)
          if (picture.floating) result.floating.add(inline)
          break
        }
        case 'commentReference':
        case 'paragraph':
        case 'table':
        case 'tableRow':
        case 'tableCell': break
      }
    }
  }

  readAll(children, plainMarks, paragraph.size ?? source.styles.defaultSize, result.inlines)
  return result
}

/** What stands in the line itself, without the text of notes and pictures. */
export const lineText = (inlines: readonly Inline[]): string => inlines.map((inline) => {
  if (!isKnownInline(inline)) return ''
  if (inline.type === 'link') return inlineText(inline.inlines)
  return inline.type === 'text' ? inline.text : inline.type === 'break' ? '\n' : ''
}).join('')

/** Takes `count` characters away from the start of a line. */
export const dropStart = (inlines: readonly Inline[], count: number): Inline[] => {
  let left = count
  return inlines.flatMap((inline): Inline[] => {
    if (left === 0 || !isKnownInline(inline)) return [inline]
    if (inline.type === 'break') { left -= 1; return [] }
    if (inline.type === 'link') {
      const inside = dropStart(inline.inlines, left).filter((part): part is TextInline => part.type === 'text')
      left -= inlineText(inline.inlines).length - inlineText(inside).length
      return inside.length > 0 ? [{ ...inline, inlines: inside }] : []
    }
    if (inline.type !== 'text') return [inline]
    const kept = inline.text.slice(left)
    left -= inline.text.length - kept.length
    return kept === '' ? [] : [{ ...inline, text: kept }]
  })
}

const isUnderlined = (inline: TextInline): boolean => inline.marks?.includes('underline') === true

/** Typed indents, and spaces and breaks at the end, are layout; underlined spaces are blanks to fill in. */
export const trimLine = (inlines: readonly Inline[]): Inline[] => {
  const out = [...inlines]
  for (let last = out.at(-1); last; last = out.at(-1)) {
    if (!isKnownInline(last) || (last.type !== 'text' && last.type !== 'break') || (last.type === 'text' && isUnderlined(last))) break
    if (last.type === 'text' && last.text.trimEnd() !== '') { out[out.length - 1] = { ...last, text: last.text.trimEnd() }; break }
    out.pop()
  }
  while (out[0] !== undefined) {
    const first = out[0]
    if (!isKnownInline(first) || (first.type !== 'text' && first.type !== 'break') || (first.type === 'text' && isUnderlined(first))) break
    if (first.type === 'text' && first.text.trimStart() !== '') { out[0] = { ...first, text: first.text.trimStart() }; break }
    out.shift()
  }
  return out
}
