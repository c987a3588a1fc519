/** Reads a Word file (.docx, .docm, .dotx, transitional or strict) as a document with sections, fields and pictures. */
import type { ImportWarning } from '#shared/contract/imports'
import { isKnownBlock } from '#shared/model/body/blocks'
import { bodyAttachments, bodyPieces, placedBlocks } from '#shared/model/body/walk'
import type { LibraryType } from '#shared/model/recordTypes'
import { ReadFailure, type ReadDocument } from '../readDocument'
import { structureDocument } from '../structure/structureDocument'
import { annotate, type Annotated } from './annotate'
import { readLeftOut } from './leftOut'
import { readTree } from './mammothTree'
import { createNumberer } from './numbering'
import { damaged, openPackage, type OfficePackage } from './officePackage'
import { readPictures, type PlacedPicture } from './pictures'
import { toPieces } from './pieces'
import { firstOfType, readRelationships, relationshipsName, type Relationships } from './relationships'
import { readStyles } from './styles'
import { XmlError } from './xmlScanner'

interface MainPart { name: string; relationships: Relationships; annotated: Annotated }

const readMainPart = async (source: OfficePackage): Promise<MainPart> => {
  const name = firstOfType(await readRelationships(source, ''), 'officeDocument') ?? 'word/document.xml'
  const xml = await source.xml(name)
  if (xml === undefined) throw new ReadFailure({ code: 'not_docx', detail: `no part ${name}` })
  const relationships = await readRelationships(source, name)
  const annotated = annotate(xml, relationships)
  if (annotated.root !== 'w:document') throw new ReadFailure({ code: 'not_docx', detail: `the main part is <${annotated.root}>` })
  return { name, relationships, annotated }
}

/** mammoth looks styles up even where there is no part for them. */
const noStyles = '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'

interface MammothParts { parts: Map<string, string>; notes: Annotated[] }

/** What mammoth is shown: the annotated texts under the names where it looks. Styles, numbering and pictures are read here, once. */
const partsForMammoth = async (source: OfficePackage, main: MainPart): Promise<MammothParts> => {
  const parts = new Map([['word/document.xml', main.annotated.xml], ['word/styles.xml', noStyles]])
  const mainLinks = await source.xml(relationshipsName(main.name))
  if (mainLinks !== undefined) parts.set('word/_rels/document.xml.rels', mainLinks)
  const notes: Annotated[] = []
  for (const kind of ['footnotes', 'endnotes']) {
    const name = firstOfType(main.relationships, kind)
    const xml = name === undefined ? undefined : await source.xml(name)
    if (name === undefined || xml === undefined) continue
    const annotated = annotate(xml, await readRelationships(source, name))
    notes.push(annotated)
    parts.set(`word/${kind}.xml`, annotated.xml)
    const links = await source.xml(relationshipsName(name))
    if (links !== undefined) parts.set(`word/_rels/${kind}.xml.rels`, links)
  }
  return { parts, notes }
}

const warning = (code: ImportWarning['code'], count: number, detail = ''): ImportWarning[] => (count > 0 ? [{ code, count, detail }] : [])

const pictureWarnings = (placed: readonly PlacedPicture[]): ImportWarning[] => {
  const count = (state: PlacedPicture['state']): number => placed.filter((picture) => picture.state === state && !picture.preview).length
  return [...warning('picture_missing', count('missing')), ...warning('picture_unsupported', count('unsupported'))]
}

/** Rejects with ReadFailure for a file that can't become a record. */
export const readDocx = async (path: string, type: LibraryType): Promise<ReadDocument> => {
  const source = await openPackage(path)
  try {
    const main = await readMainPart(source)
    const { annotated, relationships } = main
    const { parts, notes } = await partsForMammoth(source, main)
    const pictures = await readPictures(source, relationships, annotated.pictures)
    const partOf = async (kind: string): Promise<string | undefined> => {
      const name = firstOfType(relationships, kind)
      return name === undefined ? undefined : source.xml(name)
    }
    const styles = readStyles(await partOf('styles'))
    const numberer = createNumberer(await partOf('numbering'))
    const tree = await readTree(parts)
    const pieces = toPieces({ styles, numberer, paragraphs: annotated.paragraphs, pictures: pictures.placed, note: (reference) => tree.note(reference) }, tree.children)
    const document = structureDocument(pieces, type, path)

    const shown = bodyAttachments(document.body)
    const isBlank = pictures.placed.length === 0 && bodyPieces(document.body).length === 0 && !pieces.some(({ kind }) => kind === 'line')
    if (isBlank) throw new ReadFailure({ code: 'no_text', detail: '' })
    const blocks = [...placedBlocks(document.body)].map(({ block }) => block).filter(isKnownBlock)
    const leftOut = await readLeftOut(source, relationships)
    const all = [annotated, ...notes]
    const total = (kind: keyof Annotated['counts']): number => all.reduce((sum, { counts }) => sum + counts[kind], 0)
    return {
      ...document,
      pictures: shown.flatMap((sha256) => pictures.bySha256.get(sha256) ?? []),
      counts: { tables: blocks.filter((block) => block.type === 'table').length, pictures: shown.length },
      warnings: [
        ...document.warnings,
        ...pictureWarnings(pictures.placed),
        ...warning('object_not_shown', total('objects') + notes.reduce((sum, note) => sum + note.pictures.length, 0)),
        ...warning('equation_as_text', total('equations')),
        ...warning('deleted_text_left_out', total('deletions')),
        ...warning('comments_left_out', leftOut.comments),
        ...warning('headers_left_out', leftOut.headers),
        ...warning('other', tree.lostSymbols, 'unknown symbols'),
      ],
    }
  } catch (error) {
    // Malformed XML, or nested beyond the stack; anything else that is no ReadFailure is a bug of ours.
    throw error instanceof XmlError || error instanceof RangeError ? damaged(error) : error
  }
}
