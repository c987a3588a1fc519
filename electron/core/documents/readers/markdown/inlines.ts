/** What stands in a line of Markdown: its own signs, and HTML between them, whose tags open and close anywhere in the line. */
import type { Element } from 'hast'
import type { Link, Nodes, PhrasingContent } from 'mdast'
import { UnknownInline, type FootnoteInline, type Inline, type TextInline } from '#shared/model/body/inlines'
import { newBlockId, Uuid } from '#shared/model/ids'
import type { z } from 'zod'
import { readJsonMark, readRecordMark } from '../../writers/markdown/form'
import { addressedPicture, deepest, type ReadContext } from './context'
import { attributeOf, parseHtml, sizeOf, textOf, type HtmlNode } from './hast'
import { readText } from './texts'

type NoteInline = z.infer<typeof FootnoteInline>['inlines'][number]

const markOfTag: Readonly<Record<string, string>> = {
  strong: 'bold', b: 'bold', em: 'italic', i: 'italic', u: 'underline', ins: 'underline', del: 'strike', s: 'strike', strike: 'strike',
  sup: 'superscript', sub: 'subscript', code: 'code', kbd: 'code', mark: 'highlight',
}

const outside = /^(?:https?:\/\/|mailto:)/i
const harmful = /^\s*(?:javascript|data|vbscript|file):/i

const isText = (inline: Inline): inline is TextInline => inline.type === 'text'

/** What a link becomes: to a record, out of the library, to a file beside, or its words alone. */
const linked = (context: ReadContext, href: string, title: string | null | undefined, inside: Inline[]): Inline[] => {
  const recordId = context.isOwn ? Uuid.safeParse(readRecordMark(title)).data : undefined
  if (recordId !== undefined) return [{ type: 'recordLink', recordId, text: inside.filter(isText).map(({ text }) => text).join('') }]
  if (outside.test(href) || (context.isOwn && !harmful.test(href))) return [{ type: 'link', href, inlines: inside.filter(isText) }, ...inside.filter((inline) => !isText(inline))]
  return harmful.test(href) || href.startsWith('#') || href === '' ? inside : context.fileLink(href, inside)
}

/** A note holds text, line breaks and links; anything else in it is left as its text. */
const noteInlines = (inlines: readonly Inline[]): NoteInline[] => inlines.flatMap((inline): NoteInline[] => {
  if (inline.type === 'break') return [{ type: 'break' }]
  if (isText(inline)) return [inline]
  return isLink(inline) ? [inline] : []
})
const isLink = (inline: Inline): inline is Extract<Inline, { type: 'link' }> => inline.type === 'link'

const note = (inlines: readonly Inline[]): Inline => ({ type: 'footnote', id: newBlockId(), inlines: noteInlines(inlines) })

const unknownInline = (html: string): Inline[] => {
  const { data } = UnknownInline.safeParse(readJsonMark('inline', html))
  return data ? [data] : []
}

/** A tag that is open: what is said in it, and what becomes of that when it closes. */
interface Frame { tag: string; marks: readonly string[]; out: Inline[]; close: (inside: Inline[]) => Inline[] }

const frameOf = (context: ReadContext, element: Element, marks: readonly string[]): Frame => {
  const mark = element.tagName === 'span' ? attributeOf(element, 'dataMark') : markOfTag[element.tagName]
  const isNote = element.tagName === 'small' && attributeOf(element, 'className') === 'footnote'
  const isLabel = context.isOwn && attributeOf(element, 'dataLabel') !== undefined
  return {
    tag: element.tagName, out: [], marks: isNote ? [] : mark === undefined ? marks : [...marks, mark],
    close: (inside) => {
      if (element.tagName === 'a') return linked(context, attributeOf(element, 'href') ?? '', attributeOf(element, 'title'), inside)
      return isNote ? [note(inside)] : isLabel ? [] : inside
    },
  }
}

const pictureOf = (element: Element): Inline => {
  const [width, height] = [sizeOf(element, 'width'), sizeOf(element, 'height')]
  return addressedPicture(attributeOf(element, 'src') ?? '', attributeOf(element, 'alt') ?? '', { ...width === undefined ? {} : { width }, ...height === undefined ? {} : { height } })
}

const skipped = new Set(['script', 'style', 'template', 'iframe', 'object', 'noscript', 'title'])

export const inlinesOfHtml = (context: ReadContext, nodes: readonly HtmlNode[], marks: readonly string[] = [], depth = 0): Inline[] => nodes.flatMap((node): Inline[] => {
  if (node.type === 'text') return readText(context, node.value, marks)
  if (node.type === 'comment') return unknownInline(`<!--${node.value}-->`)
  if (node.type !== 'element' || skipped.has(node.tagName)) return []
  if (node.tagName === 'br') return [{ type: 'break' }]
  if (node.tagName === 'img') return [pictureOf(node)]
  if (depth > deepest) return readText(context, textOf([node]), marks)
  const frame = frameOf(context, node, marks)
  return frame.close(inlinesOfHtml(context, node.children, frame.marks, depth + 1))
})

/** Opens and closes the tags of a line. */
const createLine = (context: ReadContext, marks: readonly string[]) => {
  const frames: Frame[] = [{ tag: '', marks, out: [], close: (inside) => inside }]
  const top = (): Frame => frames.at(-1) ?? { tag: '', marks, out: [], close: (inside) => inside }
  const closeTop = (): void => {
    const frame = frames.pop()
    if (frame) top().out.push(...frame.close(frame.out))
  }
  const closeTag = (tag: string): void => {
    const at = frames.findLastIndex((frame) => frame.tag === tag)
    while (at > 0 && frames.length > at) closeTop()
  }
  return {
    marks: () => top().marks,
    push: (...inlines: Inline[]) => { top().out.push(...inlines) },
    html: (value: string) => {
      const closing = /^<\/([a-z][\w-]*)/i.exec(value)?.[1]
      if (closing !== undefined) { closeTag(closing.toLowerCase()); return }
      const [node] = parseHtml(value)
      if (node?.type !== 'element' || node.tagName === 'br' || node.tagName === 'img') top().out.push(...inlinesOfHtml(context, node ? [node] : [], top().marks))
      else if (frames.length <= deepest && !skipped.has(node.tagName)) frames.push(frameOf(context, node, top().marks))
    },
    end: (): Inline[] => {
      while (frames.length > 1) closeTop()
      return top().out
    },
  }
}

/** What a node shows, without its marks; deeper than anybody writes. */
export const plainText = (node: Nodes): string => {
  const waiting: Nodes[] = [node]
  const texts: string[] = []
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.type === 'text' || next.type === 'inlineCode' || next.type === 'code') texts.push(next.value)
    else if ('children' in next) waiting.push(...[...next.children].reverse())
  }
  return texts.join('')
}

const noteOf = (context: ReadContext, identifier: string, depth: number): Inline[] => {
  const definition = context.notes.get(identifier)
  if (!definition) return []
  const lines = definition.children.flatMap((child, index): Inline[] => {
    const said = child.type === 'paragraph' ? readPhrasing(context, child.children, [], depth + 1) : child.type === 'html' ? inlinesOfHtml(context, parseHtml(child.value)) : readText(context, plainText(child), [])
    return [...index > 0 ? [{ type: 'break' as const }] : [], ...said]
  })
  return [note(lines)]
}

const linkOf = (context: ReadContext, { url, title, children }: Pick<Link, 'url' | 'title' | 'children'>, marks: readonly string[], depth: number): Inline[] =>
  linked(context, url, title, readPhrasing(context, children, marks, depth + 1))

export const readPhrasing = (context: ReadContext, nodes: readonly PhrasingContent[], marks: readonly string[] = [], depth = 0): Inline[] => {
  const line = createLine(context, marks)
  for (const node of nodes) {
    if (depth > deepest) { line.push(...readText(context, plainText(node), line.marks())); continue }
    const inside = (mark: string, children: readonly PhrasingContent[]): void => { line.push(...readPhrasing(context, children, [...line.marks(), mark], depth + 1)) }
    switch (node.type) {
      case 'text': line.push(...readText(context, node.value, line.marks())); break
      case 'inlineCode': line.push({ type: 'text', text: node.value, marks: [...line.marks(), 'code'] }); break
      case 'break': line.push({ type: 'break' }); break
      case 'strong': inside('bold', node.children); break
      case 'emphasis': inside('italic', node.children); break
      case 'delete': inside('strike', node.children); break
      case 'html': line.html(node.value); break
      case 'link': line.push(...linkOf(context, node, line.marks(), depth)); break
      case 'linkReference': {
        const definition = context.definitions.get(node.identifier)
        line.push(...linkOf(context, { url: definition?.url ?? '', title: definition?.title, children: node.children }, line.marks(), depth))
        break
      }
      case 'image': line.push(addressedPicture(node.url, node.alt ?? '')); break
      case 'imageReference': line.push(addressedPicture(context.definitions.get(node.identifier)?.url ?? '', node.alt ?? '')); break
      case 'footnoteReference': line.push(...depth > 1 && !context.notes.has(node.identifier) ? [] : noteOf(context, node.identifier, depth)); break
    }
  }
  return line.end()
}
