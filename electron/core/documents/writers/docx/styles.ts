/**
 * The styles of a Word file in the look of its preset, under Word's own style names, so that the recipient can go on editing. Sizes are half
 * points, distances twips. Level 9 says that a style is body text, however it looks: our reader takes no such line for a heading.
 */
import { AlignmentType, BorderStyle, LineRuleType, type IBaseParagraphStyleOptions, type IParagraphStyleOptions, type IStylesOptions } from 'docx'
import type { Labels } from '../../plan/labels.data'
import { faceHeight } from './faceHeights'
import { halfPoints, type Look } from './look'
import { headingIndent, headingLevelCount, headingNumbering } from './numbering'

const codeFace = 'Consolas'
const black = '000000'

/** As high as a line of the face is in Word, whatever face stands for it where it is missing. */
const tableLine = ({ preset: { faces, sizes } }: Look, size = sizes.table) => ({ line: Math.round(size * faceHeight(faces.table) * 20), lineRule: LineRuleType.AT_LEAST })

const looseLine = { line: 240, lineRule: LineRuleType.AUTO }
/** Of a title of so many points: its own height and a half. */
const titleLine = (points: number) => ({ line: Math.round(points * 29.1), lineRule: LineRuleType.EXACT })

const bodyLevel = 9
const flush = { firstLine: 0, firstLineChars: 0 }

/** Half points. */
const headingSize = ({ preset: { sizes } }: Look, level: number): number => halfPoints([sizes.heading1, sizes.heading2, sizes.heading3][level - 1] ?? sizes.text)
const headingFace = ({ preset: { faces } }: Look, level: number): string => [faces.heading1, faces.heading2, faces.heading3][level - 1] ?? faces.text

/** Where lines are not counted on a page, a heading stands off from what is before it. */
const headingSpacing = (look: Look, level: number): IBaseParagraphStyleOptions['paragraph'] & object =>
  (look.preset.line.rule === 'exact' ? { spacing: look.line() } : { spacing: { line: 288, lineRule: LineRuleType.AUTO, before: headingSize(look, level) * 6, after: headingSize(look, level) * 3 } })

const heading = (look: Look, level: number): IBaseParagraphStyleOptions => ({
  basedOn: 'Normal', next: 'BodyText', quickFormat: true,
  run: { font: look.face(headingFace(look, level)), size: headingSize(look, level), bold: look.preset.boldHeadings, color: look.accent ?? black },
  paragraph: {
    outlineLevel: level - 1, keepNext: true, keepLines: true, ...headingSpacing(look, level), indent: { left: 0, ...headingIndent(look) }, alignment: AlignmentType.LEFT,
    ...(look.preset.numbers === 'none' ? {} : { numbering: { reference: headingNumbering, level: level - 1, instance: 0 } }),
  },
})

/** On the right there is room for punctuation that hangs out of the line. */
export const boxIndent = { left: 160, right: 320 }

const box = (look: Look, id: string, name: string, color: string, fill: string): IParagraphStyleOptions => {
  const edge = { style: BorderStyle.SINGLE, size: 4, space: 4, color }
  return {
    id, name, basedOn: 'BodyText', quickFormat: true, run: { size: look.small },
    paragraph: {
      border: { top: edge, right: { ...edge, space: 12 }, bottom: edge, left: { ...edge, size: 24 } }, shading: { fill },
      // Between paragraphs of one box there is none.
      spacing: { ...look.line(0.83), before: 160, after: 160 }, contextualSpacing: true, indent: { ...boxIndent, ...flush },
    },
  }
}

const entry = (look: Look, level: number, size: number): IParagraphStyleOptions => ({
  id: `TOC${level}`, name: `toc ${level}`, basedOn: 'Normal', next: 'Normal', run: { size },
  paragraph: {
    alignment: AlignmentType.LEFT, spacing: look.line(0.9), indent: { left: (level - 1) * look.small * 10, ...flush }, outlineLevel: bodyLevel,
  },
})

const recordStyles = (look: Look, labels: Labels): IParagraphStyleOptions[] => {
  const { faces } = look.preset
  return [
    {
      id: 'RecordData', name: labels.styleRecordData, basedOn: 'Normal', quickFormat: true, run: { font: look.face(faces.heading2), size: look.small },
      paragraph: { alignment: AlignmentType.CENTER, spacing: look.line(0.83) },
    },
    {
      id: 'Abstract', name: labels.styleAbstract, basedOn: 'Normal', quickFormat: true, run: { font: look.face(faces.heading2), size: look.small },
      paragraph: { spacing: { ...look.line(0.864), before: 160 }, indent: { left: 320, right: 320 } },
    },
    {
      id: 'Quote', name: 'Quote', basedOn: 'BodyText', quickFormat: true, run: { font: look.face(faces.heading2) },
      paragraph: { indent: { left: look.indentStep, right: look.indentStep, ...flush } },
    },
    { id: 'QuoteSource', name: labels.styleSource, basedOn: 'Quote', quickFormat: true, run: { size: look.small }, paragraph: { alignment: AlignmentType.RIGHT, indent: { left: 0, right: 0, ...flush } } },
    box(look, 'CalloutNote', labels.styleNote, '7F7F7F', 'F2F2F2'),
    box(look, 'CalloutTip', labels.styleTip, '2E75B6', 'EAF2FA'),
    box(look, 'CalloutWarning', labels.styleWarning, 'C55A11', 'FDF3E9'),
    box(look, 'CalloutDanger', labels.styleDanger, 'C00000', 'FDECEA'),
    { id: 'Picture', name: labels.stylePicture, basedOn: 'Normal', quickFormat: true, paragraph: { alignment: AlignmentType.CENTER, spacing: { ...looseLine, before: 120 }, outlineLevel: bodyLevel } },
    { id: 'SectionNone', name: labels.styleNone, basedOn: 'BodyText', run: { color: '595959' } },
    { id: 'Placeholder', name: labels.stylePlaceholder, basedOn: 'BodyText', run: { color: 'C00000' } },
  ]
}

/** Of text in a cell. */
export const tableTextStyle = ({ heading, tableSize }: { heading: boolean; tableSize?: number }): string => `${heading ? 'TableHeading' : 'TableText'}${tableSize ?? ''}`

/** Of tables whose columns are too many for letters of the usual size. */
const smallTableStyles = (look: Look, labels: Labels, size: number): IParagraphStyleOptions[] => [
  { id: `TableText${size}`, name: `${labels.styleTableText} ${size / 2}`, basedOn: 'TableText', run: { size }, paragraph: { spacing: tableLine(look, size / 2) } },
  { id: `TableHeading${size}`, name: `${labels.styleTableHeading} ${size / 2}`, basedOn: 'TableHeading', run: { size }, paragraph: { spacing: tableLine(look, size / 2) } },
]

const tableStyles = (look: Look, labels: Labels): IParagraphStyleOptions[] => {
  const { faces, sizes } = look.preset
  return [
    { id: 'TableText', name: labels.styleTableText, basedOn: 'Normal', quickFormat: true, run: { font: look.face(faces.table), size: halfPoints(sizes.table) }, paragraph: { spacing: tableLine(look), alignment: AlignmentType.LEFT, outlineLevel: bodyLevel } },
    { id: 'TableHeading', name: labels.styleTableHeading, basedOn: 'TableText', quickFormat: true, run: { bold: true }, paragraph: { alignment: AlignmentType.CENTER } },
    { id: 'TableEnd', name: labels.styleTableEnd, basedOn: 'Normal', run: { size: 10 }, paragraph: { spacing: { line: 160, lineRule: LineRuleType.EXACT }, outlineLevel: bodyLevel } },
  ]
}

const frontStyles = (look: Look, labels: Labels, entrySize: number): IParagraphStyleOptions[] => {
  const { faces, sizes } = look.preset
  const coverTitle = sizes.title * 1.18
  return [
    { id: 'CoverTitle', name: labels.styleCoverTitle, basedOn: 'Normal', run: { font: look.face(faces.title), size: halfPoints(coverTitle), bold: look.preset.boldHeadings, color: look.accent ?? black }, paragraph: { alignment: AlignmentType.CENTER, spacing: titleLine(coverTitle), outlineLevel: bodyLevel } },
    { id: 'CoverText', name: labels.styleCoverText, basedOn: 'Normal', run: { font: look.face(faces.heading2), size: halfPoints(sizes.heading1) }, paragraph: { alignment: AlignmentType.CENTER, spacing: { line: 312, lineRule: LineRuleType.AUTO }, outlineLevel: bodyLevel } },
    { id: 'ContentsTitle', name: labels.styleContentsTitle, basedOn: 'Normal', next: 'TOC1', run: { font: look.face(faces.title), size: halfPoints(sizes.title), bold: look.preset.boldHeadings, color: look.accent ?? black }, paragraph: { alignment: AlignmentType.CENTER, spacing: { ...titleLine(sizes.title), after: 240 }, outlineLevel: bodyLevel } },
    { id: 'Banner', name: labels.styleBanner, basedOn: 'Normal', run: { font: look.face(faces.title) }, paragraph: { alignment: AlignmentType.CENTER, spacing: { line: 264, lineRule: LineRuleType.AUTO, before: 120, after: 120 }, outlineLevel: bodyLevel } },
    { id: 'FlowText', name: labels.styleFlowText, basedOn: 'TableText', paragraph: { alignment: AlignmentType.CENTER, spacing: looseLine } },
    ...[1, 2, 3, 4].map((level) => entry(look, level, entrySize)),
  ]
}

const edgeStyles = (look: Look): IParagraphStyleOptions[] => {
  const { faces, sizes } = look.preset
  return [
    {
      id: 'Header', name: 'header', basedOn: 'Normal', run: { font: look.face(faces.heading1), size: halfPoints(sizes.table) },
      paragraph: { spacing: looseLine, alignment: AlignmentType.LEFT, ...(look.accent === undefined ? {} : { border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 3, color: look.accent } } }) },
    },
    { id: 'Footer', name: 'footer', basedOn: 'Normal', run: { font: { ascii: faces.page, hAnsi: faces.page, eastAsia: faces.page }, size: halfPoints(sizes.page) }, paragraph: { spacing: looseLine } },
  ]
}

/** In half points: `tableSizes` that tables are set in besides the usual one, and `entrySize` of contents. */
export const documentStyles = (look: Look, labels: Labels, { tableSizes, entrySize }: { tableSizes: ReadonlySet<number>; entrySize: number }): IStylesOptions => {
  const { faces, sizes, boldHeadings } = look.preset
  const fitted = look.characterSpacing === 0 ? {} : { characterSpacing: look.characterSpacing }
  const levels = Array.from({ length: headingLevelCount }, (_, index) => heading(look, index + 1))
  const [heading1, heading2, heading3, heading4, heading5, heading6] = levels
  return {
    default: {
      document: { run: { font: look.face(faces.text), size: halfPoints(sizes.text), language: { value: 'en-US', eastAsia: 'zh-CN' } } },
      title: {
        basedOn: 'Normal', next: 'BodyText', quickFormat: true, run: { font: look.face(faces.title), size: halfPoints(sizes.title), bold: boldHeadings, color: look.accent ?? black },
        paragraph: { alignment: AlignmentType.CENTER, keepNext: true, spacing: { ...titleLine(sizes.title), after: 240 } },
      },
      ...(heading1 ? { heading1 } : {}), ...(heading2 ? { heading2 } : {}), ...(heading3 ? { heading3 } : {}), ...(heading4 ? { heading4 } : {}), ...(heading5 ? { heading5 } : {}), ...(heading6 ? { heading6 } : {}),
      listParagraph: { basedOn: 'Normal', quickFormat: true, run: fitted, paragraph: { spacing: look.line(), alignment: AlignmentType.BOTH, outlineLevel: bodyLevel } },
      caption: {
        basedOn: 'Normal', next: 'BodyText', quickFormat: true, run: { font: look.face(faces.heading1), size: halfPoints(sizes.table), color: black },
        paragraph: { alignment: AlignmentType.CENTER, spacing: { ...looseLine, before: 80, after: 80 }, outlineLevel: bodyLevel },
      },
      footnoteText: { run: { size: look.note }, paragraph: { spacing: looseLine, alignment: AlignmentType.LEFT } },
      hyperlink: { run: { color: '0563C1', underline: {} } },
    },
    paragraphStyles: [
      { id: 'Normal', name: 'Normal', quickFormat: true, paragraph: { spacing: look.line(), alignment: AlignmentType.BOTH } },
      { id: 'BodyText', name: 'Body Text', basedOn: 'Normal', quickFormat: true, run: fitted, paragraph: { indent: look.firstLine, outlineLevel: bodyLevel } },
      ...recordStyles(look, labels), ...tableStyles(look, labels), ...[...tableSizes].flatMap((size) => smallTableStyles(look, labels, size)), ...frontStyles(look, labels, entrySize), ...edgeStyles(look),
    ],
    characterStyles: [
      { id: 'DefaultParagraphFont', name: 'Default Paragraph Font', uiPriority: 1, semiHidden: true, unhideWhenUsed: true },
      { id: 'HTMLCode', name: 'HTML Code', basedOn: 'DefaultParagraphFont', run: { font: { ascii: codeFace, hAnsi: codeFace, cs: codeFace }, shading: { fill: 'F2F2F2' } } },
    ],
  }
}
