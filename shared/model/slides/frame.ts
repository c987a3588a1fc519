/** Where things stand on a slide, in inches of 13.333 × 7.5 (16:9). Placeholders in PowerPoint and boxes on screen have the same places. */
import type { SlideLayout } from './deck'
import { evenLines, fitText, wrapText, type FittedText } from './measure'

export interface Box { x: number; y: number; width: number; height: number }

export const slideSize = { width: 13.333, height: 7.5 } as const

const left = 0.85
const width = slideSize.width - 2 * left

/** Of every slide but cover, section and closing. */
export const frame = {
  kicker: { x: left, y: 0.55, width: 9.8, height: 0.4 },
  title: { x: left, y: 0.95, width, height: 0.95 },
  body: { x: left, y: 2.1, width, height: 4.45 },
  /** Beside a picture or below a chart's title. */
  bodyLeft: { x: left, y: 2.1, width: 5.6, height: 4.45 },
  right: { x: left + 6, y: 2.1, width: width - 6, height: 4.45 },
  /** Beside a picture that is wide. */
  bodyNarrow: { x: left, y: 2.1, width: 4.3, height: 4.45 },
  rightWide: { x: left + 4.65, y: 2.1, width: width - 4.65, height: 4.45 },
  /** Beside a chart of one pair of bars, which needs little room. */
  bodyWide: { x: left, y: 2.1, width: 7.3, height: 4.45 },
  rightNarrow: { x: left + 7.7, y: 2.1, width: width - 7.7, height: 4.45 },
  logo: { x: slideSize.width - left - 1.7, y: 0.4, width: 1.7, height: 0.6 },
  footer: { x: left, y: 6.9, width: 9, height: 0.35 },
  page: { x: slideSize.width - left - 2, y: 6.9, width: 2, height: 0.35 },
} as const satisfies Record<string, Box>

export const openingFrame = {
  title: { x: left, y: 2.1, width, height: 1.9 },
  subtitle: { x: left, y: 4.1, width, height: 0.8 },
  lines: { x: left, y: 5.0, width, height: 1.5 },
} as const satisfies Record<string, Box>

/** Points. Nothing on a slide is smaller than `smallest` but its foot. */
export const slideText = { title: 32, openingTitle: 44, subtitle: 24, kicker: 18, body: 24, smallest: 18, foot: 12, line: 1.35 } as const

export const isOpening = (layout: SlideLayout): boolean => layout === 'cover' || layout === 'section' || layout === 'closing'

/** Inches between a caption and what it stands below, and below it. */
const captionGap = { above: 0.07, below: 0.0425 } as const
const mostCaptionLines = 2
const captionLine = slideText.smallest * slideText.line

/** A caption as it fits below its box: two lines of it at most. */
export const captionText = ({ width }: Pick<Box, 'width'>, caption: string): string =>
  fitText(caption.replace(/\s+/g, ' '), width * 72, mostCaptionLines * captionLine, [slideText.smallest], slideText.line).text

const captionRoom = (box: Pick<Box, 'width'>, caption: string): number =>
  (caption === '' ? 0 : captionGap.above + wrapText(captionText(box, caption), box.width * 72, slideText.smallest).length * captionLine / 72 + captionGap.below)

/** What has a caption leaves it the lower end of its box. */
export const aboveCaption = (box: Box, caption: string): Box => ({ ...box, height: box.height - captionRoom(box, caption) })
export const captionBox = (box: Box, caption: string): Box => {
  const room = captionRoom(box, caption) - captionGap.above
  return { ...box, y: box.y + box.height - room, height: room }
}

/** Where a chart of so many categories stands, and what is said of it. */
export const chartBoxes = (categories: number, hasLines: boolean): { text: Box; chart: Box } => {
  if (!hasLines) return { text: frame.bodyLeft, chart: frame.body }
  return categories === 1 ? { text: frame.bodyWide, chart: frame.rightNarrow } : { text: frame.bodyLeft, chart: frame.right }
}

/** Inches a pixel: twice the size that a picture has at 96 pixels an inch. One that is enlarged further is only blurred. */
const mostEnlarged = 2 / 96

/** As large as it can be in the box, in its own shape and in its middle. */
export const contained = (box: Box, picture: { width: number; height: number }): Box => {
  const scale = Math.min(box.width / picture.width, box.height / picture.height, mostEnlarged)
  const [width, height] = [picture.width * scale, picture.height * scale]
  return { x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2, width, height }
}

/** A picture with its caption right below it: at the top beside text, where its first line is, else in the middle of the box. */
export const pictureBoxes = (box: Box, picture: { width: number; height: number; caption: string }, isBeside: boolean): { picture: Box; caption: Box } => {
  const room = aboveCaption(box, picture.caption)
  const own = contained(room, picture)
  const y = isBeside ? box.y : own.y
  return { picture: { ...own, y }, caption: captionBox({ ...box, y, height: own.height + box.height - room.height }, picture.caption) }
}

/** The sizes that titles are tried at, the largest first. */
export const titleSizes = { opening: [44, 40, 36, 32], slide: [32, 28, 24] } as const
/** Of the titles: tighter than text. */
export const titleLine = 1.25

/** Beside a title stands which of how many slides it is. Points. */
const roomForParts = 64

const titleWidth = (layout: SlideLayout): number => (isOpening(layout) ? openingFrame.title.width * 72 : frame.title.width * 72 - roomForParts)

/** A title as it stands on a slide of this layout. */
export const fitTitle = (layout: SlideLayout, title: string): FittedText => {
  const { height } = isOpening(layout) ? openingFrame.title : frame.title
  const sizes = isOpening(layout) ? titleSizes.opening : titleSizes.slide
  const fitted = fitText(title, titleWidth(layout), height * 72, sizes, titleLine, true)
  // A little smaller rather than torn in its quotes.
  const even = fitted.isShortened ? undefined : sizes.find((size) => size <= fitted.size && evenLines(title, titleWidth(layout), size, true))
  return even === undefined ? fitted : { ...fitted, size: even }
}

/** The lines of a title that fits, evenly broken where it can be. */
export const titleLines = (layout: SlideLayout, title: string): readonly string[] => {
  const [width, { size }] = [titleWidth(layout), fitTitle(layout, title)]
  return evenLines(title, width, size, true) ?? wrapText(title, width, size, true)
}
