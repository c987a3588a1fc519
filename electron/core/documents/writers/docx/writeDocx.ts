/** Writes a plan as a Word file: real styles, outline numbering, contents, lists, tables, captions, notes and pictures, in the look of its preset. */
import { Document, Packer, type FileChild, type ISectionOptions, type IXmlableObject } from 'docx'
import type { ExportWarning } from '#shared/contract/documents'
import { labelsByLanguage } from '../../plan/labels.data'
import type { DocumentPart, DocumentPlan } from '../../plan/plan'
import { bannerOf } from './banner'
import { createBlockWriter, type BlockWriter } from './blocks'
import { createCaptionNumbers } from './captions'
import { contentsOf, entrySize } from './contents'
import type { Context, Place } from './context'
import { coverOf } from './cover'
import { leadHeight, writeFlow } from './flow'
import { fontTableOf } from './fontTable'
import { emptySection, headOf, sectionHeading } from './head'
import { headingNumbers } from './headingNumbers'
import { lookOf, twips, twipsPerPixel } from './look'
import { createLists } from './numbering'
import { pageOf, type PageKind } from './page'
import { loadPictures } from './pictures'
import { reckonPages } from './reckonPages'
import { legalLine } from './runs'
import { storePictures } from './storePictures'
import { documentStyles } from './styles'
import { tableSpace, writeTable } from './tables'
import { createWarnings } from './warnings'

export interface WrittenDocx { bytes: Uint8Array<ArrayBuffer>; warnings: ExportWarning[] }

/** CSS pixels that a picture leaves its caption. */
const captionRoom = 60

/** What stands before and after a part. */
interface Neighbours { before: DocumentPart | undefined; after: DocumentPart | undefined }

const writePart = (part: DocumentPart, { before, after }: Neighbours, index: number, context: Context, { write }: BlockWriter, page: Place): FileChild[] => {
  switch (part.kind) {
    case 'cover': return [coverOf(part, context)]
    case 'contents': return contentsOf(part, context)
    case 'head': return headOf(part, context, part.form ? write([part.form], page) : [])
    case 'section': {
      const written = write(part.blocks, { ...page, level: part.level, isNumbered: part.isNumbered }, after?.kind === 'flow')
      return part.title === '' ? written : [sectionHeading(part, index, context), ...(written.length > 0 ? written : [emptySection(context)])]
    }
    case 'blank': return [...before?.kind === 'section' ? [tableSpace(true)] : [], ...writeTable(part.table, context, page, write, twips(part.rowHeight))]
    case 'flow': return writeFlow(part.chart, part.caption, context, before?.kind === 'section' ? leadHeight(before, context.look) : 0)
    case 'banner': return [bannerOf(part, context.look)]
  }
}

const pageKind = ({ kind }: DocumentPart): PageKind => (kind === 'cover' || kind === 'contents' ? kind : 'text')

/** A cover and contents each have pages of their own, with numbers of their own. */
const sectionsOf = (plan: DocumentPlan, context: Context, write: (part: DocumentPart, neighbours: Neighbours) => FileChild[]): ISectionOptions[] => {
  const groups: { kind: PageKind; children: FileChild[] }[] = []
  for (const [index, part] of plan.parts.entries()) {
    const kind = pageKind(part)
    const last = groups.at(-1)
    const children = write(part, { before: plan.parts[index - 1], after: plan.parts[index + 1] })
    if (last?.kind === kind && kind === 'text') last.children.push(...children)
    else groups.push({ kind, children })
  }
  const all = groups.length > 0 ? groups : [{ kind: 'text' as const, children: [] }]
  return all.map(({ kind, children }, index) => ({ ...pageOf(plan, context.look, context.labels, kind, index > 0), children }))
}

/** What can't be written as it stands is told in the text and in the warnings; a file is always whole. `onProgress` counts parts and pictures. */
export const writeDocx = async (plan: DocumentPlan, onProgress: (done: number, total: number) => void = () => undefined): Promise<WrittenDocx> => {
  const labels = labelsByLanguage[plan.language]
  const look = lookOf(plan)
  const pictures = await loadPictures(plan)
  const context: Context = { look, labels, language: plan.language, titles: plan.titles, pictures, lists: createLists(look), captions: createCaptionNumbers(), tableSizes: new Set(), warnings: createWarnings() }
  const page: Place = {
    surface: 'page', style: undefined, boxed: false, heading: false, level: 1, isNumbered: true, width: look.block.width / twipsPerPixel, height: look.block.height / twipsPerPixel - captionRoom,
  }
  const writer = createBlockWriter(context)
  const paths = new Map([...pictures].flatMap(([sha256, picture]) => (picture.state === 'ready' ? [[sha256, picture.path] as const] : [])))
  const total = plan.parts.length + paths.size
  let done = 0
  const step = (): void => { done += 1; onProgress(done, total) }
  let sectionIndex = -1
  const sections = sectionsOf(plan, context, (part, neighbours) => {
    if (part.kind === 'section') sectionIndex += 1
    step()
    return writePart(part, neighbours, sectionIndex, context, writer, page)
  })
  const { title, creator, subject, keywords } = plan
  const document = new Document({
    title: legalLine(title), creator: legalLine(creator), lastModifiedBy: legalLine(creator), subject: legalLine(subject), keywords: legalLine(keywords),
    styles: documentStyles(look, labels, { tableSizes: context.tableSizes, entrySize: entrySize(plan.parts, look) }), numbering: { config: context.lists.definitions() }, evenAndOddHeaderAndFooters: true,
    pageNumbers: Object.assign((body: IXmlableObject) => reckonPages(body, look), { listNumbers: (body: IXmlableObject) => headingNumbers(body, look) }), sections,
  })
  const built = new Uint8Array(await Packer.toArrayBuffer(document, false, [fontTableOf(plan.preset)]))
  return { bytes: await storePictures(built, (sha256) => paths.get(sha256), step), warnings: [...plan.warnings, ...context.warnings.all()] }
}
