/** The page: its paper and margins, and what its top and bottom edges say. */
import { AlignmentType, Footer, Header, NumberFormat, PageNumber, PageOrientation, Paragraph, TabStopType, TextRun, type ISectionOptions } from 'docx'
import type { DocumentPlan } from '../../plan/plan'
import type { Labels } from '../../plan/labels.data'
import { emsOf } from '../../plan/measure'
import type { Look } from './look'
import { legalLine, textRun } from './runs'

/** Where a page stands: a cover shows no number; contents before numbered text count by themselves, in Roman numerals. */
export type PageKind = 'cover' | 'contents' | 'text'

const outside = ({ preset }: Look, alignment: 'left' | 'right'): Footer => {
  const character = preset.sizes.page * 20
  return new Footer({
    children: [new Paragraph({
      style: 'Footer', alignment: AlignmentType[alignment === 'left' ? 'LEFT' : 'RIGHT'], indent: alignment === 'left' ? { left: character } : { right: character },
      children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
    })],
  })
}

const centred = (children: ConstructorParameters<typeof TextRun>[0] & object): Footer => new Footer({ children: [new Paragraph({ style: 'Footer', alignment: AlignmentType.CENTER, children: [new TextRun(children)] })] })

/** A page number with dashes on both sides, odd pages at the right edge, even ones at the left, each one character from it (GB/T 9704-2012, 7.5); or in the middle. */
const footers = (look: Look, { pageBefore, pageBetween, pageAfter }: Labels): NonNullable<ISectionOptions['footers']> => {
  switch (look.preset.pageNumbers) {
    case 'outside': return { default: outside(look, 'right'), even: outside(look, 'left') }
    case 'centre': return { default: centred({ children: [PageNumber.CURRENT] }), even: centred({ children: [PageNumber.CURRENT] }) }
    case 'ofTotal': {
      const children = [pageBefore, PageNumber.CURRENT, pageBetween, PageNumber.TOTAL_PAGES, pageAfter]
      return { default: centred({ children }), even: centred({ children }) }
    }
  }
}

/** In one line: what is too long for it goes on as an ellipsis, since the title itself stands below. */
const inOneLine = (text: string, letters: number): string => {
  let shown = ''
  for (const char of text) {
    if (emsOf(shown + char) > letters - 1) return `${shown}…`
    shown += char
  }
  return text
}

const header = ({ mark, header: right }: Pick<DocumentPlan, 'mark' | 'header'>, { block, preset }: Look): Header => {
  const [left, said] = [legalLine(mark), legalLine(right)]
  const room = block.width / 20 / preset.sizes.table - emsOf(left) - 2
  return new Header({
    children: [new Paragraph({
      style: 'Header', tabStops: [{ type: TabStopType.RIGHT, position: block.width }],
      children: [textRun(left), ...(said === '' ? [] : [textRun(`\t${inOneLine(said, room)}`)])],
    })],
  })
}

export const pageOf = (plan: Pick<DocumentPlan, 'mark' | 'header' | 'page'>, look: Look, labels: Labels, kind: PageKind, isAfterOthers: boolean): Omit<ISectionOptions, 'children'> => {
  const { page: { width, height, isLandscape }, margins, preset } = look
  const restarts = isAfterOthers && preset.pageNumbers !== 'ofTotal' && kind !== 'cover'
  const hasNumbers = plan.page.hasPageNumbers && kind !== 'cover'
  return {
    properties: {
      page: {
        // The sides are those of the paper as it stands; Word lays it by its orientation.
        size: isLandscape ? { width: height, height: width, orientation: PageOrientation.LANDSCAPE } : { width, height }, margin: margins,
        ...(restarts ? { pageNumbers: { start: 1, formatType: kind === 'contents' ? NumberFormat.UPPER_ROMAN : NumberFormat.DECIMAL } } : {}),
      },
    },
    ...(plan.mark !== '' || plan.header !== '' ? { headers: { default: header(plan, look), even: header(plan, look) } } : {}),
    // A section without a footer of its own would go on with that of the one before.
    ...(hasNumbers ? { footers: footers(look, labels) } : { footers: { default: new Footer({ children: [new Paragraph({ style: 'Footer' })] }), even: new Footer({ children: [new Paragraph({ style: 'Footer' })] }) } }),
  }
}
