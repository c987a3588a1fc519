/** The table of contents: a field of Word's own with its entries written in, so that it is neither empty nor in need of being updated. */
import { Paragraph, TableOfContents } from 'docx'
import type { DocumentPart } from '../../plan/plan'
import type { Context } from './context'
import { legalLine, textRun } from './runs'

export const contentsOf = ({ title, depth }: Extract<DocumentPart, { kind: 'contents' }>, { warnings }: Pick<Context, 'warnings'>): (Paragraph | TableOfContents)[] => {
  // Only Word knows its pages, and asking it to count when it opens the file makes it ask the recipient first.
  warnings.add('contents_reckoned', '')
  return [
    new Paragraph({ style: 'ContentsTitle', children: [textRun(legalLine(title))] }),
    new TableOfContents(legalLine(title), { hyperlink: true, headingStyleRange: `1-${depth}` }),
  ]
}
