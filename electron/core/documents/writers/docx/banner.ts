/** Large type in the middle of the page's width. */
import { Paragraph } from 'docx'
import type { DocumentPart } from '../../plan/plan'
import { halfPoints, type Look } from './look'
import { textRuns } from './runs'

export const bannerOf = ({ text, size, tone }: Extract<DocumentPart, { kind: 'banner' }>, { accent = '000000' }: Look): Paragraph =>
  new Paragraph({ style: 'Banner', children: textRuns(text, { size: halfPoints(size), color: { accent, text: '000000', muted: '595959' }[tone] }) })
