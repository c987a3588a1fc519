/** Blocks as Word's paragraphs and tables, each in a style of its own. */
import { AlignmentType, Paragraph, type IParagraphOptions, type ParagraphChild, type Table } from 'docx'
import { z } from 'zod'
import { isKnownBlock, type Align, type Block, type KnownBlock } from '#shared/model/body/blocks'
import type { Inline } from '#shared/model/body/inlines'
import { inlineText } from '#shared/model/body/walk'
import { typedNumber } from '../../plan/headingNumbers'
import { writtenDate } from '../../plan/writtenDate'
import type { Context, Place } from './context'
import { inlinesToRuns, missingText } from './inlines'
import { headingStyle } from './head'
import type { Look } from './look'
import type { ListRun } from './numbering'
import { pictureRun, shownSize } from './pictures'
import { legalLine, textRun, textRuns } from './runs'
import { boxIndent, tableTextStyle } from './styles'
import { tableSpace, writeTable } from './tables'

type Written = Paragraph | Table
type Of<Type extends KnownBlock['type']> = Extract<KnownBlock, { type: Type }>

const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT, justify: AlignmentType.BOTH }

const textStyle = (place: Place): string => place.style ?? (place.surface === 'page' ? 'BodyText' : tableTextStyle(place))

/** A line that is centred, moved to the right or indented as a whole has no indent of its first line besides. */
const layout = ({ indentStep }: Look, align: Align | undefined, indent = 0): Pick<IParagraphOptions, 'alignment' | 'indent'> => ({
  ...(align ? { alignment: alignments[align] } : {}),
  ...(indent > 0 ? { indent: { left: indent * indentStep, firstLine: 0, firstLineChars: 0 } }
    : align === 'center' || align === 'right' ? { indent: { firstLine: 0, firstLineChars: 0 } } : {}),
})

/** A line of fixed height would cut a picture in it off. */
const room = ({ pictureLine }: Look, inlines: readonly Inline[]): Pick<IParagraphOptions, 'spacing'> =>
  (inlines.some(({ type }) => type === 'image') ? { spacing: pictureLine } : {})

/** In a box the items stand flush with it: Word draws another box where the indent is another. */
const itemIndent = (place: Place, level: number): Pick<IParagraphOptions, 'indent'> =>
  (place.boxed ? { indent: { ...boxIndent, firstLine: 320 * level } } : {})

const writeImage = (block: Of<'image'>, context: Context, place: Place): Paragraph[] => {
  const caption = block.caption?.trim() ?? ''
  const picture = context.pictures.get(block.attachment) ?? { state: 'missing' }
  if (picture.state !== 'ready') return [new Paragraph({ style: 'Placeholder', children: textRuns(missingText(picture.state, block.alt.trim() || caption, context)) })]
  const run = pictureRun(picture, shownSize(block, picture.facts, place), context.labels.picture, block.alt, context.warnings)
  return [
    new Paragraph({ style: 'Picture', ...(block.align ? { alignment: alignments[block.align] } : {}), keepNext: caption !== '', children: [run] }),
    ...(caption === '' ? [] : [context.captions.caption(caption, 'picture')]),
  ]
}

/** What a citation carries of its source, so that it still reads where the source is missing. */
const CitedSource = z.object({ number: z.string(), title: z.string(), sectionTitle: z.string(), at: z.string() }).partial().catch({})

const sourceLine = (citation: NonNullable<Of<'quote'>['citation']>, { titles, labels, language }: Context): string => {
  const cited = CitedSource.parse(citation)
  const known = titles.get(citation.recordId)
  const joined = (parts: readonly (string | undefined)[], gap: string): string => parts.map((part) => legalLine(part ?? '')).filter((part) => part !== '').join(gap)
  const record = joined([cited.number ?? known?.number, cited.title ?? known?.title], labels.unbrokenGap)
  const text = joined([record, cited.sectionTitle, writtenDate(cited.at?.slice(0, 10) ?? '', language)], labels.gap)
  return text === '' ? '' : `${labels.source}${labels.colon}${text}`
}

const startsWithNumber = (inlines: readonly Inline[]): boolean => typedNumber.test(inlineText(inlines))

const calloutStyles = { note: 'CalloutNote', tip: 'CalloutTip', warning: 'CalloutWarning', danger: 'CalloutDanger' }

/** A table without a caption, right below a line of text. */
const touches = (block: Block, before: Block | undefined): boolean =>
  isKnownBlock(block) && block.type === 'table' && (block.caption ?? '').trim() === '' && (before?.type === 'paragraph' || before?.type === 'listItem')

/** Says that what stands below it is what it speaks of. */
const announcing = /下图|如图|见图|[：:]$/

const announces = (block: Of<'paragraph'>, after: Block | undefined, isBeforeDrawing: boolean): boolean =>
  (after === undefined ? isBeforeDrawing : isKnownBlock(after) && after.type === 'image' && announcing.test(inlineText(block.inlines).trim()))

export interface BlockWriter {
  /** `isBeforeDrawing`: the last of them, where it is a paragraph, stays on the page of what comes after them. */
  write: (blocks: readonly Block[], place: Place, isBeforeDrawing?: boolean) => Written[]
}

export const createBlockWriter = (context: Context): BlockWriter => {
  const { look } = context
  const runs = (block: Of<'paragraph' | 'heading' | 'listItem'>, place: Place): ParagraphChild[] => inlinesToRuns(block.inlines, context, place)

  const writeHeading = (block: Of<'heading'>, place: Place): Paragraph => {
    if (place.surface === 'cell' || place.style !== undefined) return new Paragraph({ style: textStyle(place), ...layout(look, block.align, block.indent), children: runs(block, place) })
    return new Paragraph({
      style: headingStyle(place.level + block.level), ...(block.align ? { alignment: alignments[block.align] } : {}),
      // A number typed in front of it would stand beside the automatic one.
      ...(look.preset.numbers !== 'none' && (!place.isNumbered || startsWithNumber(block.inlines)) ? { numbering: false } : {}), children: runs(block, place),
    })
  }

  const writeQuote = (block: Of<'quote'>, place: Place): Written[] => {
    const source = block.citation ? sourceLine(block.citation, context) : ''
    return [
      ...write(block.blocks, { ...place, style: 'Quote' }),
      ...(source === '' ? [] : [new Paragraph({ style: 'QuoteSource', children: [textRun(`${context.labels.dash}${source}`)] })]),
    ]
  }

  const writeCallout = (block: Of<'callout'>, place: Place): Written[] => {
    const style = calloutStyles[block.tone]
    return [new Paragraph({ style, keepNext: true, children: [textRun(context.labels[block.tone], { bold: true })] }), ...write(block.blocks, { ...place, style, boxed: true })]
  }

  const writeUnknown = (block: Block): Paragraph => {
    const { open, close, colon, unknownBlock } = context.labels
    context.warnings.add('unknown_block', block.type)
    return new Paragraph({ style: 'Placeholder', children: textRuns(`${open}${unknownBlock}${colon}${block.type}${close}`) })
  }

  const writeOne = (block: Block, place: Place, list: () => ListRun, keepNext: (paragraph: Of<'paragraph'>) => boolean): Written[] => {
    if (!isKnownBlock(block)) return [writeUnknown(block)]
    switch (block.type) {
      case 'paragraph': return [new Paragraph({
        style: textStyle(place), ...layout(look, block.align, block.indent), ...room(look, block.inlines), ...(keepNext(block) ? { keepNext: true } : {}), children: runs(block, place),
      })]
      case 'heading': return [writeHeading(block, place)]
      case 'listItem': return [new Paragraph({
        style: place.style ?? (place.surface === 'page' ? 'ListParagraph' : textStyle(place)), numbering: list().numbering(block),
        ...itemIndent(place, block.level), ...room(look, block.inlines),
        ...(block.align ? { alignment: alignments[block.align] } : {}), children: runs(block, place),
      })]
      case 'image': return writeImage(block, context, place)
      case 'table': return writeTable(block, context, place, write)
      case 'quote': return writeQuote(block, place)
      case 'callout': return writeCallout(block, place)
      case 'divider': return [new Paragraph({ style: 'Picture', thematicBreak: true })]
    }
  }

  const write = (blocks: readonly Block[], place: Place, isBeforeDrawing = false): Written[] => {
    let list: ListRun | undefined
    return blocks.flatMap((block, index): Written[] => {
      if (block.type !== 'listItem') list = undefined
      return [
        ...touches(block, blocks[index - 1]) ? [tableSpace(true)] : [],
        ...writeOne(block, place, () => (list ??= context.lists.run(place.surface === 'page' ? 'text' : 'cell')), (each) => announces(each, blocks[index + 1], isBeforeDrawing)),
      ]
    })
  }

  return { write }
}
