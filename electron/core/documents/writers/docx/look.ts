/** A preset as Word measures it: twips (twentieths of a point) for distances, half points for sizes. */
import { LineRuleType, type IFontAttributesProperties } from 'docx'
import { paperSizes, type DocumentPreset } from '#shared/model/document/preset'
import type { DocumentPlan } from '../../plan/plan'

const millimetre = 1440 / 25.4
export const twips = (millimetres: number): number => Math.round(millimetres * millimetre)
export const twipsPerPixel = 15
const twipsPerPoint = 20

export const halfPoints = (points: number): number => Math.round(points * 2)

export interface LineSpacing { line: number; lineRule: (typeof LineRuleType)[keyof typeof LineRuleType] }

export interface Look {
  preset: DocumentPreset
  page: { width: number; height: number; isLandscape: boolean }
  margins: { top: number; bottom: number; left: number; right: number; header: number; footer: number }
  /** What the margins leave. */
  block: { width: number; height: number }
  /** Half points: text a step smaller than that of the body, and that of notes. */
  small: number
  note: number
  /** Of the text, or in that proportion for what stands closer. */
  line: (proportion?: number) => LineSpacing
  /** What keeps a line with a picture in it from being cut off, and is at least a line of text high. */
  pictureLine: LineSpacing
  firstLine: { firstLine: number; firstLineChars: number }
  /** Two characters of the text. */
  indentStep: number
  /** What is added to each character so that a whole number of them fills a line of a formal document; 0 for others. */
  characterSpacing: number
  /** Undefined where all is black. */
  accent: string | undefined
  /** Behind the heads of tables. */
  shade: string
  face: (name: string) => IFontAttributesProperties
}

/** A colour thinned with white. */
const tint = (colour: string, part: number): string =>
  [0, 2, 4].map((at) => Math.round(255 - (255 - Number.parseInt(colour.slice(at, at + 2), 16)) * part).toString(16).padStart(2, '0')).join('').toUpperCase()

const fitted = ({ line, sizes }: DocumentPreset, width: number): number => {
  if (line.rule !== 'exact') return 0
  const size = sizes.text * twipsPerPoint
  const spacing = Math.floor(width / Math.ceil(width / size) - size)
  return spacing >= -10 ? spacing : 0
}

export const lookOf = ({ preset, page: { isLandscape } }: Pick<DocumentPlan, 'preset' | 'page'>): Look => {
  const { page, line, sizes, faces, firstLine, accent } = preset
  const { width, height } = paperSizes[page.paper]
  const [wide, high] = [twips(isLandscape ? height : width), twips(isLandscape ? width : height)]
  const [top, bottom, left, right] = [twips(page.top), twips(page.bottom), twips(page.left), twips(page.right)]
  const block = { width: Math.max(wide - left - right, twips(20)), height: Math.max(high - top - bottom, twips(20)) }
  const character = Math.round(sizes.text * twipsPerPoint)
  const textLine = line.rule === 'exact' ? Math.round(line.points * twipsPerPoint) : Math.round(line.times * 240)
  const isBlack = /^0+$/.test(accent)
  return {
    preset, block, page: { width: wide, height: high, isLandscape },
    // 20 mm and 27 mm where the margins are those of a formal document.
    margins: { top, bottom, left, right, header: twips(Math.max(page.top * 0.54, 5)), footer: twips(Math.max(page.bottom - 8, 5)) },
    small: halfPoints(sizes.text * 0.875), note: halfPoints(Math.min(9, sizes.table)),
    line: (proportion = 1) => (line.rule === 'exact' ? { line: Math.round(textLine * proportion), lineRule: LineRuleType.EXACT } : { line: textLine, lineRule: LineRuleType.AUTO }),
    pictureLine: line.rule === 'exact' ? { line: textLine, lineRule: LineRuleType.AT_LEAST } : { line: textLine, lineRule: LineRuleType.AUTO },
    firstLine: { firstLine: firstLine * character, firstLineChars: firstLine * 100 }, indentStep: 2 * character,
    characterSpacing: fitted(preset, block.width), accent: isBlack ? undefined : accent, shade: isBlack ? 'EDEDED' : tint(accent, 0.12),
    face: (eastAsia) => ({ ascii: faces.latin, hAnsi: faces.latin, cs: faces.latin, eastAsia }),
  }
}
