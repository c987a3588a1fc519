/** Writes a record as a Word file: real styles, outline numbering, lists, tables, captions, notes and pictures, in the look of a formal document. */
import { Bookmark, Document, Packer, Paragraph, type Table } from 'docx'
import type { ExportWarning } from '#shared/contract/documents'
import type { Section } from '#shared/model/body/body'
import type { Language } from '#shared/model/language'
import type { RecordContent, RecordFile } from '#shared/model/record'
import { createBlockWriter } from './blocks'
import { createCaptionNumbers } from './captions'
import type { Context, Place } from './context'
import { fieldForm, withRowsFields } from './fields'
import { fontTable } from './fontTable'
import { withForm } from './form'
import { headOf } from './head'
import { labelsByLanguage, type Labels } from './labels.data'
import { createLists } from './numbering'
import { pageOf, textBlock, twipsPerPixel } from './page'
import { loadPictures } from './pictures'
import { withResults } from './results'
import { legalLine, textRun } from './runs'
import { documentStyles } from './styles'
import { createWarnings } from './warnings'

export interface DocxSource {
  record: RecordFile
  /** Of labels. */
  language: Language
  /** Where an attachment's bytes lie; undefined where it is missing. */
  pictureAt: (sha256: string) => Promise<string | undefined>
  /** Number and title of records that are cited or linked, by record id, where known. */
  titles: ReadonlyMap<string, { number: string; title: string }>
  /** As `library.json` has them. */
  customFields: readonly unknown[]
}

export interface WrittenDocx { bytes: Uint8Array<ArrayBuffer>; warnings: ExportWarning[] }

/** Under a hidden bookmark that names the section's key, by which our own reader knows it again whatever its title. */
const sectionHeading = ({ key, title }: Section, index: number, labels: Labels): Paragraph => {
  const id = key !== null && /^\w{1,24}$/.test(key) ? `_section_${index + 1}_${key}` : `_section_${index + 1}`
  return new Paragraph({ style: 'Heading1', children: [new Bookmark({ id, children: [textRun(legalLine(title) || labels.untitled)] })] })
}

const properties = (content: RecordContent): { title: string; creator: string; lastModifiedBy: string; subject: string; keywords: string } => {
  const creator = content.authors.map(legalLine).join('、') || legalLine(content.unit)
  return { title: legalLine(content.title), creator, lastModifiedBy: creator, subject: legalLine(content.field), keywords: content.tags.map(legalLine).join('、') }
}

/** What can't be written as it stands is told in the text and in the warnings; a file is always whole. */
export const writeDocx = async ({ record, language, pictureAt, titles, customFields }: DocxSource): Promise<WrittenDocx> => {
  const { content } = record
  const labels = labelsByLanguage[language]
  const body = withRowsFields(withForm(withResults(content, labels), content, language), content, customFields, language)
  const context: Context = {
    labels, titles, pictures: await loadPictures(body, pictureAt), lists: createLists(), captions: createCaptionNumbers(), warnings: createWarnings(),
  }
  const page: Place = { surface: 'page', style: undefined, boxed: false, heading: false, width: textBlock.width / twipsPerPixel }
  const writer = createBlockWriter(context)
  const form = fieldForm(content, customFields, language, page.width)
  const children: (Paragraph | Table)[] = [
    ...headOf(content, language, form ? writer.write([form], page) : []),
    ...writer.write(body.preamble, page),
    ...body.sections.flatMap((section, index) => [sectionHeading(section, index, labels), ...writer.write(section.blocks, page)]),
  ]
  const document = new Document({
    ...properties(content),
    styles: documentStyles(labels), numbering: { config: context.lists.definitions() }, evenAndOddHeaderAndFooters: true,
    sections: [{ ...pageOf(content, labels), children }],
  })
  const packed = await Packer.toArrayBuffer(document, false, [fontTable])
  return { bytes: new Uint8Array(packed), warnings: context.warnings.all() }
}
