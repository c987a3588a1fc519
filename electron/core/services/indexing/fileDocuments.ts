/**
 * What the index is given of files that are attached to a record: each is a document of its own, found by its name and its text. One whose
 * text is still to be read is there by its name, dated to the beginning of time, so that the next opening knows; so is a record whose files
 * are still to follow.
 */
import type { AttachmentRef, RecordFile } from '#shared/model/record'
import { textKindOf, type FileText } from '../../documents/readers/text/fileText'
import { labelOf, partsOfLabel } from '../../search/answer/labels'
import type { SearchDocument, SearchPiece } from '../../search/part/searchDocument'
import { attachmentId, recordDocument } from './recordDocuments'

/** Whether the text of a file is searched: that of the one which a record was made from is the record's. */
export const hasText = ({ name, role }: AttachmentRef): boolean => role !== 'original' && textKindOf(name) !== undefined

const textPieces = ({ pieces }: FileText): SearchPiece[] =>
  pieces.map(({ text, page, heading }) => ({ field: 'attachment', text, ...(page !== undefined && { page }), ...(heading !== undefined && { sectionTitle: heading }) }))

const pending = 0

/** `text`: undefined for a file whose text is not read. */
export const fileDocument = (owner: SearchDocument, file: AttachmentRef, text: FileText | undefined): SearchDocument => ({
  ...owner, id: attachmentId(owner.id, file.sha256), uses: 0, updatedAt: text || !hasText(file) ? owner.updatedAt : pending,
  labels: [labelOf('type', 'attachment'), ...owner.labels.filter((label) => !['type', 'has'].includes(partsOfLabel(label)[0]))],
  pieces: [{ field: 'title', text: file.name }, ...(text ? textPieces(text) : [])],
})

/** A file once, however often it is attached. */
export const filesOf = ({ content }: RecordFile): AttachmentRef[] => [...new Map(content.attachments.map((file) => [file.sha256, file])).values()]

/** A record and its files, whose texts are still to be read. */
export const documentsOf = (record: RecordFile): SearchDocument[] => {
  const owner = recordDocument(record)
  return [owner, ...filesOf(record).map((file) => fileDocument(owner, file, undefined))]
}

/** A record whose files are still to follow. */
export const unfinished = (document: SearchDocument): SearchDocument => ({ ...document, updatedAt: pending })

export const isPending = (updatedAt: number): boolean => updatedAt === pending
