/** Reads a Word file (.docx, .docm, .dotx, transitional or strict) as a document with sections, fields and pictures. */
import type { ImportWarning } from '#shared/contract/imports'
import { isKnownBlock } from '#shared/model/body/blocks'
import { bodyAttachments, bodyPieces, placedBlocks } from '#shared/model/body/walk'
import type { LibraryType } from '#shared/model/recordTypes'
import { ReadFailure, type ReadDocument } from '../readDocument'
import { structureDocument } from '../structure/structureDocument'
import type { Annotated } from './annotate'
import { readLeftOut } from './leftOut'
import { withDocx, type OpenedDocx } from './openDocx'
import { readPictures, type PlacedPicture } from './pictures'
import { toPieces } from './pieces'

const warning = (code: ImportWarning['code'], count: number, detail = ''): ImportWarning[] => (count > 0 ? [{ code, count, detail }] : [])

const pictureWarnings = (placed: readonly PlacedPicture[]): ImportWarning[] => {
  const count = (state: PlacedPicture['state']): number => placed.filter((picture) => picture.state === state && !picture.preview).length
  return [...warning('picture_missing', count('missing')), ...warning('picture_unsupported', count('unsupported'))]
}

const documentOf = async (type: LibraryType, path: string, { source, relationships, main, notes, tree, styles, numberer }: OpenedDocx): Promise<ReadDocument> => {
  const pictures = await readPictures(source, relationships, main.pictures)
  const pieces = toPieces({ styles, numberer, paragraphs: main.paragraphs, pictures: pictures.placed, note: (reference) => tree.note(reference) }, tree.children)
  const document = structureDocument(pieces, type, path)

  const shown = bodyAttachments(document.body)
  const isBlank = pictures.placed.length === 0 && bodyPieces(document.body).length === 0 && !pieces.some(({ kind }) => kind === 'line')
  if (isBlank) throw new ReadFailure({ code: 'no_text', detail: '' })
  const blocks = [...placedBlocks(document.body)].map(({ block }) => block).filter(isKnownBlock)
  const leftOut = await readLeftOut(source, relationships)
  const all = [main, ...notes]
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
}

/** Rejects with ReadFailure for a file that can't become a record. */
export const readDocx = async (path: string, type: LibraryType): Promise<ReadDocument> => withDocx(path, async (opened) => documentOf(type, path, opened))
