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

const captionHeight = 0.45

/** What has a caption leaves it the lower end of its box. */
export const aboveCaption = (box: Box, caption: string): Box => (caption === '' ? box : { ...box, height: box.height - captionHeight })
export const captionBox = (box: Box): Box => ({ ...box, y: box.y + box.height - captionHeight + 0.07, height: captionHeight - 0.07 })

/** As large as it can be in the box, in its own shape and in its middle. */
export const contained = (box: Box, picture: { width: number; height: number }): Box => {
  const scale = Math.min(box.width / picture.width, box.height / picture.height)
  const [width, height] = [picture.width * scale, picture.height * scale]
  return { x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2, width, height }
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
