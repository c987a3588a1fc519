/** Inlines as Word's runs, links and notes. */
import { ExternalHyperlink, FootnoteReferenceRun, Paragraph, TextRun, type IRunOptions, type ParagraphChild } from 'docx'
import { isKnownInline, type Inline, type KnownInline, type TextInline } from '#shared/model/body/inlines'
import type { Context, Place } from './context'
import { pictureRun, shownSize } from './pictures'
import { textRuns } from './runs'

/** Of the place that inlines stand in, in CSS pixels. */
type Room = Pick<Place, 'width' | 'height'>
type Look = Omit<IRunOptions, 'text' | 'children' | 'break'>

const markLook = (mark: string): Look => {
  switch (mark) {
    case 'bold': return { bold: true }
    case 'italic': return { italics: true }
    case 'underline': return { underline: {} }
    case 'strike': return { strike: true }
    case 'superscript': return { superScript: true }
    case 'subscript': return { subScript: true }
    case 'code': return { style: 'HTMLCode' }
    case 'highlight': return { highlight: 'yellow' }
    default: return {}
  }
}

const look = (marks: readonly string[] = []): Look => marks.reduce<Look>((all, mark) => ({ ...all, ...markLook(mark) }), {})

const textInline = ({ text, marks }: TextInline, more: Look = {}): TextRun[] => textRuns(text, { ...more, ...look(marks) })

/** An address that Word opens; one that is malformed makes it refuse the whole file. */
const linkAddress = (href: string): string | undefined => {
  const address = href.trim()
  if (!/^(?:https?:\/\/|mailto:)/i.test(address) || !URL.canParse(address)) return undefined
  return /^[\p{L}\p{N}\-._~:/?#@!$&'()*+,;=%]+$/u.test(address) && !/%(?![0-9a-f]{2})/i.test(address) ? address : new URL(address).href
}

/** What stands in a picture's place; notes the warning. `name` tells the reader which picture it was. */
export const missingText = (state: 'missing' | 'unsupported', name: string, { labels, warnings }: Context): string => {
  const shown = name.trim() === '' ? labels.untitledPicture : name.trim()
  warnings.add(state === 'missing' ? 'picture_missing' : 'picture_unsupported', shown)
  return `${labels.open}${state === 'missing' ? labels.pictureMissing : labels.pictureUnsupported}${labels.colon}${shown}${labels.close}`
}

const pictureInline = (inline: Extract<KnownInline, { type: 'image' }>, context: Context, room: Room): ParagraphChild[] => {
  const picture = context.pictures.get(inline.attachment) ?? { state: 'missing' }
  if (picture.state !== 'ready') return textRuns(missingText(picture.state, inline.alt, context))
  return [pictureRun(picture, shownSize(inline, picture.facts, room), context.labels.picture, inline.alt, context.warnings)]
}

export const inlinesToRuns = (inlines: readonly Inline[], context: Context, room: Room): ParagraphChild[] => inlines.flatMap((inline): ParagraphChild[] => {
  if (!isKnownInline(inline)) {
    context.warnings.add('unknown_block', inline.type)
    return textRuns(`${context.labels.open}${context.labels.unknownBlock}${context.labels.colon}${inline.type}${context.labels.close}`)
  }
  switch (inline.type) {
    case 'text': return textInline(inline)
    case 'break': return [new TextRun({ break: 1 })]
    case 'recordLink': return textRuns(inline.text)
    case 'image': return pictureInline(inline, context, room)
    case 'footnote': return [new FootnoteReferenceRun({ children: [new Paragraph({ style: 'FootnoteText', children: inlinesToRuns(inline.inlines, context, room) })] })]
    case 'link': {
      const link = linkAddress(inline.href)
      return link === undefined
        ? inline.inlines.flatMap((text) => textInline(text))
        : [new ExternalHyperlink({ link, children: inline.inlines.flatMap((text) => textInline(text, { style: 'Hyperlink' })) })]
    }
  }
})
