/** The page of a formal document (GB/T 9704-2012, 5.2): A4, a text block of 156 × 225 mm, and what its top and bottom edges say. */
import { AlignmentType, Footer, Header, PageNumber, Paragraph, TabStopType, TextRun, type ISectionOptions } from 'docx'
import type { RecordContent } from '#shared/model/record'
import type { Labels } from './labels.data'
import { legalLine, textRun } from './runs'

/** Twips are twentieths of a point. */
const millimetre = 1440 / 25.4
const twips = (millimetres: number): number => Math.round(millimetres * millimetre)

const margins = { top: twips(37), bottom: twips(35), left: twips(28), right: twips(26) }

export const textBlock = { width: twips(210) - margins.left - margins.right, height: twips(297) - margins.top - margins.bottom }

export const twipsPerPixel = 15

/** A page number with dashes on both sides: odd pages at the right edge, even ones at the left, each one character from it (7.5). */
const footer = (alignment: 'left' | 'right'): Footer => new Footer({
  children: [new Paragraph({
    style: 'Footer', alignment: AlignmentType[alignment === 'left' ? 'LEFT' : 'RIGHT'],
    indent: alignment === 'left' ? { left: 280 } : { right: 280 },
    children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
  })],
})

const header = (content: RecordContent, labels: Labels): Header => {
  const mark = content.confidentiality === 'public' ? '' : labels[content.confidentiality]
  const number = legalLine(content.number)
  return new Header({
    children: [new Paragraph({
      style: 'Header', tabStops: [{ type: TabStopType.RIGHT, position: textBlock.width }],
      children: [textRun(mark), ...(number === '' ? [] : [textRun(`\t${number}`)])],
    })],
  })
}

export const pageOf = (content: RecordContent, labels: Labels): Omit<ISectionOptions, 'children'> => {
  const marked = content.confidentiality !== 'public' || legalLine(content.number) !== ''
  return {
    properties: { page: { size: { width: twips(210), height: twips(297) }, margin: { ...margins, header: twips(20), footer: twips(27) } } },
    ...(marked ? { headers: { default: header(content, labels), even: header(content, labels) } } : {}),
    footers: { default: footer('right'), even: footer('left') },
  }
}
