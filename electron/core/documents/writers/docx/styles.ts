/**
 * The styles of a Word file: a formal document after GB/T 9704-2012, under Word's own style names, so that the recipient can go on editing.
 * Sizes are half points, distances twips. Level 9 says that a style is body text, however it looks: our reader takes no such line for a heading.
 */
import { AlignmentType, BorderStyle, LineRuleType, type IBaseParagraphStyleOptions, type IFontAttributesProperties, type IParagraphStyleOptions, type IStylesOptions } from 'docx'
import type { Labels } from './labels.data'
import { headingNumbering } from './numbering'

export const faces = {
  title: '方正小标宋简体', text: '仿宋_GB2312', heading: '黑体', subheading: '楷体_GB2312', page: '宋体', latin: 'Times New Roman', code: 'Consolas',
}

const face = (eastAsia: string): IFontAttributesProperties => ({ ascii: faces.latin, hAnsi: faces.latin, cs: faces.latin, eastAsia })

/** 3号, 4号, 5号. */
const size = { title: 44, text: 32, small: 28, table: 21, note: 18 }

/** 22 lines in 225 mm. */
export const lineHeight = 579
const line = { line: lineHeight, lineRule: LineRuleType.EXACT }
const looseLine = { line: 240, lineRule: LineRuleType.AUTO }

/** Two characters of the text. */
export const indentStep = 640
const firstLine = { firstLine: indentStep, firstLineChars: 200 }

/** 28 characters in 156 mm, of 16 points each but for this. */
const fitted = { characterSpacing: -5 }

const bodyLevel = 9

const heading = (level: number, eastAsia: string, bold = false): IBaseParagraphStyleOptions => ({
  basedOn: 'Normal', next: 'BodyText', quickFormat: true,
  run: { font: face(eastAsia), size: size.text, bold, color: '000000' },
  paragraph: {
    outlineLevel: level - 1, keepNext: true, keepLines: true, spacing: line, indent: { left: 0, ...firstLine }, alignment: AlignmentType.LEFT,
    numbering: { reference: headingNumbering.reference, level: level - 1, instance: 0 },
  },
})

/** On the right there is room for punctuation that hangs out of the line. */
export const boxIndent = { left: 160, right: 320 }

const box = (id: string, name: string, color: string, fill: string): IParagraphStyleOptions => {
  const edge = { style: BorderStyle.SINGLE, size: 4, space: 4, color }
  return {
    id, name, basedOn: 'BodyText', quickFormat: true, run: { size: size.small },
    paragraph: {
      border: { top: edge, right: { ...edge, space: 12 }, bottom: edge, left: { ...edge, size: 24 } }, shading: { fill },
      // Between paragraphs of one box there is none.
      spacing: { ...line, line: 480, before: 160, after: 160 }, contextualSpacing: true,
      indent: { ...boxIndent, firstLine: 0, firstLineChars: 0 },
    },
  }
}

export const documentStyles = (labels: Labels): IStylesOptions => ({
  default: {
    document: { run: { font: face(faces.text), size: size.text, language: { value: 'en-US', eastAsia: 'zh-CN' } } },
    title: {
      basedOn: 'Normal', next: 'BodyText', quickFormat: true, run: { font: face(faces.title), size: size.title, bold: false },
      paragraph: { alignment: AlignmentType.CENTER, keepNext: true, spacing: { line: 640, lineRule: LineRuleType.EXACT, after: 240 } },
    },
    heading1: heading(1, faces.heading),
    heading2: heading(2, faces.subheading),
    heading3: heading(3, faces.text, true),
    heading4: heading(4, faces.text),
    heading5: heading(5, faces.text),
    heading6: heading(6, faces.text),
    listParagraph: { basedOn: 'Normal', quickFormat: true, run: fitted, paragraph: { spacing: line, alignment: AlignmentType.BOTH, outlineLevel: bodyLevel } },
    caption: {
      basedOn: 'Normal', next: 'BodyText', quickFormat: true, run: { font: face(faces.heading), size: size.table, color: '000000' },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { ...looseLine, before: 80, after: 80 }, outlineLevel: bodyLevel },
    },
    footnoteText: { run: { size: size.note }, paragraph: { spacing: looseLine, alignment: AlignmentType.LEFT } },
    hyperlink: { run: { color: '0563C1', underline: {} } },
  },
  paragraphStyles: [
    { id: 'Normal', name: 'Normal', quickFormat: true, paragraph: { spacing: line, alignment: AlignmentType.BOTH } },
    { id: 'BodyText', name: 'Body Text', basedOn: 'Normal', quickFormat: true, run: fitted, paragraph: { indent: firstLine, outlineLevel: bodyLevel } },
    {
      id: 'RecordData', name: labels.styleRecordData, basedOn: 'Normal', quickFormat: true, run: { font: face(faces.subheading), size: size.small },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { ...line, line: 480 } },
    },
    {
      id: 'Abstract', name: labels.styleAbstract, basedOn: 'Normal', quickFormat: true, run: { font: face(faces.subheading), size: size.small },
      paragraph: { spacing: { ...line, line: 500, before: 160 }, indent: { left: 320, right: 320 } },
    },
    {
      id: 'Quote', name: 'Quote', basedOn: 'BodyText', quickFormat: true, run: { font: face(faces.subheading) },
      paragraph: { indent: { left: indentStep, right: indentStep, firstLine: 0, firstLineChars: 0 } },
    },
    { id: 'QuoteSource', name: labels.styleSource, basedOn: 'Quote', quickFormat: true, run: { size: size.small }, paragraph: { alignment: AlignmentType.RIGHT, indent: { left: 0, right: 0, firstLine: 0, firstLineChars: 0 } } },
    box('CalloutNote', labels.styleNote, '7F7F7F', 'F2F2F2'),
    box('CalloutTip', labels.styleTip, '2E75B6', 'EAF2FA'),
    box('CalloutWarning', labels.styleWarning, 'C55A11', 'FDF3E9'),
    box('CalloutDanger', labels.styleDanger, 'C00000', 'FDECEA'),
    { id: 'Picture', name: labels.stylePicture, basedOn: 'Normal', quickFormat: true, paragraph: { alignment: AlignmentType.CENTER, spacing: { ...looseLine, before: 120 }, outlineLevel: bodyLevel } },
    { id: 'TableText', name: labels.styleTableText, basedOn: 'Normal', quickFormat: true, run: { size: size.table }, paragraph: { spacing: looseLine, alignment: AlignmentType.LEFT, outlineLevel: bodyLevel } },
    { id: 'TableHeading', name: labels.styleTableHeading, basedOn: 'TableText', quickFormat: true, run: { bold: true }, paragraph: { alignment: AlignmentType.CENTER } },
    { id: 'TableEnd', name: labels.styleTableEnd, basedOn: 'Normal', run: { size: 10 }, paragraph: { spacing: { line: 160, lineRule: LineRuleType.EXACT }, outlineLevel: bodyLevel } },
    { id: 'Placeholder', name: labels.stylePlaceholder, basedOn: 'BodyText', run: { color: 'C00000' } },
    { id: 'Header', name: 'header', basedOn: 'Normal', run: { font: face(faces.heading), size: size.table }, paragraph: { spacing: looseLine, alignment: AlignmentType.LEFT } },
    { id: 'Footer', name: 'footer', basedOn: 'Normal', run: { font: { ascii: faces.page, hAnsi: faces.page, eastAsia: faces.page }, size: size.small }, paragraph: { spacing: looseLine } },
  ],
  characterStyles: [
    { id: 'HTMLCode', name: 'HTML Code', basedOn: 'DefaultParagraphFont', run: { font: { ascii: faces.code, hAnsi: faces.code, cs: faces.code }, shading: { fill: 'F2F2F2' } } },
  ],
})
