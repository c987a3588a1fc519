/**
 * What stands in a line, as Markdown where that reads the same everywhere, else as HTML: between Chinese characters and signs the stars of
 * Markdown often open or close nothing.
 */
import type { Link, PhrasingContent } from 'mdast'
import { isKnownInline, type Inline, type TextInline } from '#shared/model/body/inlines'
import { sortMarks } from '#shared/model/body/normalise'
import { pictureAddress, type WriteContext } from './context'
import { addressOf, recordMark, unknownMark } from './form'
import { htmlImage, tagsOf } from './html'

const html = (value: string): PhrasingContent => ({ type: 'html', value })
const text = (value: string): PhrasingContent => ({ type: 'text', value })

const starred: readonly string[] = ['bold', 'italic', 'strike']

/** Sign or space, as the oldest readers tell them. */
const isOutside = (character: string | undefined): boolean => character === undefined || /^(?:\s|[!-/:-@[-`{-~]|[\u0080-\uffff](?<=\p{P}))$/u.test(character)
const isSign = (character: string): boolean => /^[\p{P}\p{S}]$/u.test(character)

/** Whether stars right around a text open and close, between these characters. */
const areStarsSafe = (value: string, before: string | undefined, after: string | undefined): boolean => {
  const characters = [...value]
  const [first = ' ', last = ' '] = [characters[0], characters.at(-1)]
  if (/\s/.test(first) || /\s/.test(last) || /^[*_~`]|[*_~`\\]$/.test(value)) return false
  return (!isSign(first) || isOutside(before)) && (!isSign(last) || isOutside(after))
}

/** The character that a neighbour shows beside a text; undefined for the edge of the line. */
const edgeOf = (inline: Inline | undefined, side: 'end' | 'start'): string | undefined => {
  if (inline === undefined) return undefined
  if (!isKnownInline(inline)) return '<'
  if (inline.type === 'break') return ' '
  if (inline.type !== 'text') return side === 'end' ? ')' : '['
  if (inline.marks && inline.marks.length > 0) return '`'
  const characters = [...inline.text]
  return side === 'end' ? characters.at(-1) : characters[0]
}

interface Neighbours { before: Inline | undefined; after: Inline | undefined; isAfterStars: boolean }

/** The text in its marks, and whether it ends in stars. */
const textNodes = (inline: TextInline, { before, after, isAfterStars }: Neighbours): { nodes: PhrasingContent[]; isStarred: boolean } => {
  const marks = sortMarks(inline.marks ?? [])
  const stars = marks.filter((mark) => starred.includes(mark))
  const isCode = marks.includes('code')
  const tagged = marks.filter((mark) => !starred.includes(mark) && mark !== 'code')
  const isAlone = tagged.length === 0
  const canStar = !isCode && stars.length > 0 && !(stars.includes('strike') && stars.length > 1) && (!isAlone || !isAfterStars)
    && areStarsSafe(inline.text, isAlone ? edgeOf(before, 'end') : '>', isAlone ? edgeOf(after, 'start') : '<')
  let core: PhrasingContent = isCode ? { type: 'inlineCode', value: inline.text } : text(inline.text)
  if (canStar && stars.includes('strike')) core = { type: 'delete', children: [core] }
  if (canStar && stars.includes('italic')) core = { type: 'emphasis', children: [core] }
  if (canStar && stars.includes('bold')) core = { type: 'strong', children: [core] }
  const around = [...canStar ? [] : stars, ...tagged].map(tagsOf)
  return {
    nodes: [...around.map(({ open }) => html(open)), core, ...around.toReversed().map(({ close }) => html(close))],
    isStarred: canStar && isAlone,
  }
}

/** Signs of Markdown in the words for a picture would be read as such. */
const isPlainAlt = (alt: string): boolean => /^(?:[\p{L}\p{N}，。、：；（）《》“”‘’！？—…,.;() -])*$/u.test(alt) && alt === alt.trim()

/** `isOneLine`: where a line can't be broken but by HTML. */
export const phrasing = (context: WriteContext, inlines: readonly Inline[], isOneLine: boolean): PhrasingContent[] => {
  const { beside, notes } = context
  const nodes: PhrasingContent[] = []
  let isAfterStars = false
  inlines.forEach((inline, index) => {
    const [before, after] = [inlines[index - 1], inlines[index + 1]]
    const wasStarred = isAfterStars
    isAfterStars = false
    if (!isKnownInline(inline)) { nodes.push(html(unknownMark('inline', inline))); return }
    switch (inline.type) {
      case 'text': {
        const written = textNodes(inline, { before, after, isAfterStars: wasStarred })
        nodes.push(...written.nodes)
        isAfterStars = written.isStarred
        break
      }
      case 'break': nodes.push(isOneLine || before === undefined || after === undefined || before.type === 'break' || after.type === 'break' ? html('<br>') : { type: 'break' }); break
      case 'link': nodes.push({ type: 'link', url: inline.href, children: linkTexts(inline.inlines) }); break
      case 'recordLink': nodes.push({ type: 'link', url: addressOf(beside.record(inline.recordId) ?? ''), title: recordMark(inline.recordId), children: inline.text === '' ? [] : [text(inline.text)] }); break
      case 'image': nodes.push(imageNode(context, inline)); break
      case 'footnote': {
        notes.push(inline)
        const label = String(notes.length)
        nodes.push({ type: 'footnoteReference', identifier: label, label })
        break
      }
    }
  })
  return nodes
}

const linkTexts = (inlines: readonly TextInline[]): Link['children'] => {
  let isAfterStars = false
  return inlines.flatMap((inline, index) => {
    const written = textNodes(inline, { before: inlines[index - 1], after: inlines[index + 1], isAfterStars })
    isAfterStars = written.isStarred
    return written.nodes
  })
}

const imageNode = (context: WriteContext, inline: Extract<Inline, { type: 'image' }> & { attachment: string; alt: string; width?: number | undefined; height?: number | undefined }): PhrasingContent => {
  const { attachment, alt, width, height } = inline
  return width === undefined && height === undefined && isPlainAlt(alt) ? { type: 'image', url: addressOf(pictureAddress(context, attachment)), alt } : html(htmlImage(context, inline))
}

/** Whether a line begins with what is read as words: a tag alone on its line would be read as a block of HTML. */
export const beginsWithWords = (inlines: readonly Inline[]): boolean => {
  const [first] = inlines
  if (first === undefined || !isKnownInline(first)) return false
  return first.type === 'text' ? first.text.trim() !== '' : first.type === 'link' || first.type === 'recordLink' || first.type === 'footnote'
}
