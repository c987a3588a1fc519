/** Documents that leave: Word, PowerPoint, Excel, one web page, a folder of Markdown, and what is printed. Long work runs as jobs. */
import { z } from 'zod'
import { DocumentPreset } from '../model/document/preset'
import { Sha256, Uuid } from '../model/ids'
import { FieldKey, ListSort } from '../model/listFields'
import { RecordType } from '../model/recordTypes'
import { Deck } from '../model/slides/deck'
import { DeckTheme } from '../model/slides/theme'
import { procedure } from './base'
import { MadeFile } from './packages'
import { RecordRow, RecordSelection } from './records'

/**
 * What could not be carried over as it is, or was adjusted. Texts in shared/text/messages under `export.`. `picture_reduced`: shown smaller than
 * it is, or with fewer pixels; `title_shortened`; `section_empty`: left out or said to be empty; `table_reduced`: set in smaller letters, since
 * its columns are many; `text_continued`: went on on a further slide; `row_shortened`: a row of a table that fits on no slide; `chart_skipped`:
 * results that are no numbers; `attachment_missing`, `record_missing`; `contents_reckoned`: the pages in the contents of a Word document are
 * reckoned; `margins_reduced`: they left the text too little of the paper; `poster_continued`: its steps take more than its one page.
 */
export const exportWarnings = [
  'picture_missing', 'picture_unsupported', 'picture_reduced', 'attachment_missing', 'record_missing', 'title_shortened', 'section_empty', 'table_reduced', 'table_continued', 'row_shortened', 'text_continued',
  'chart_skipped', 'unknown_block', 'contents_reckoned', 'margins_reduced', 'poster_continued', 'other',
] as const
export const ExportWarning = z.object({ code: z.enum(exportWarnings), count: z.int().min(1), detail: z.string() })
export type ExportWarning = z.infer<typeof ExportWarning>

const id = Uuid

/**
 * What a document is made of: one record; many, one after another under a title; an edition of a product by its seal (null: as it is
 * written now); a meeting. Editions and meetings have several documents.
 */
export const DocumentSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('record'), id }),
  z.object({ kind: z.literal('records'), selection: RecordSelection, title: z.string().trim().min(1).max(200) }),
  z.object({ kind: z.literal('edition'), id, seal: Sha256.nullable(), part: z.enum(['workPackage', 'checklist', 'poster']) }),
  z.object({ kind: z.literal('meeting'), id, part: z.enum(['handbook', 'signIn', 'feedbackForm']) }),
])
export type DocumentSource = z.input<typeof DocumentSource>

/** Null: the preset that is usual for what it is. `paper` goes before that of the preset. */
export const DocumentLook = z.object({ presetId: z.string().min(1).max(60).nullable().default(null), paper: z.enum(['A4', 'A5']).nullable().default(null) })
export type DocumentLook = z.input<typeof DocumentLook>

/**
 * What is made. `excel` is a list: its rows with its columns (keys of shared/model/listFields, as the list has them). `markdown` is a folder at `to`
 * that is not there yet or is empty, or a zip to be downloaded; without a title it is called by what is in it.
 */
export const DocumentRequest = z.discriminatedUnion('form', [
  z.object({ form: z.literal('word'), source: DocumentSource, look: DocumentLook }),
  z.object({ form: z.literal('slides'), source: DocumentSource }),
  z.object({ form: z.literal('web'), source: DocumentSource }),
  z.object({ form: z.literal('excel'), type: RecordType, selection: RecordSelection, columns: z.array(FieldKey).min(1).max(60), sort: ListSort, title: z.string().max(200) }),
  z.object({ form: z.literal('markdown'), selection: RecordSelection, title: z.string().max(200).default('') }),
])
export type DocumentRequest = z.input<typeof DocumentRequest>

/**
 * How a document will look: an HTML page whose styles are those of the preset, its parts as `<section data-part>` to be laid out on pages of
 * the paper (millimetres). `faces` are the faces that it names, in their order; `restricted` the 受控 records in it.
 */
export const DocumentPreview = z.object({
  title: z.string(), suggestedName: z.string(), html: z.string(), css: z.string(), preset: DocumentPreset,
  page: z.object({ width: z.number(), height: z.number() }), mark: z.string(), header: z.string(), hasPageNumbers: z.boolean(),
  faces: z.array(z.string()), warnings: z.array(ExportWarning), restricted: z.array(RecordRow),
})
export type DocumentPreview = z.infer<typeof DocumentPreview>

/** What a meeting comes to. `pages` is reckoned, not laid out; `webBytes` of the one page; `words` of an item's notes on its slides. */
export const MeetingFigures = z.object({
  pages: z.int(), slides: z.int(), webBytes: z.int(), restricted: z.array(RecordRow), missing: z.array(z.object({ itemId: z.string(), title: z.string() })),
  items: z.array(z.object({ id: z.string(), slides: z.int(), words: z.int() })),
})
export type MeetingFigures = z.infer<typeof MeetingFigures>

export const documents = {
  /**
   * Written to `to`, or kept to be downloaded. Restricted records throw `restricted_content` unless that was confirmed; they are logged before the
   * file is there. Throws `not_found` for a record, an edition or a preset that is not here, `invalid` for a path in the library.
   */
  make: procedure.input(z.object({ request: DocumentRequest, to: z.string().min(1).nullable(), allowRestricted: z.boolean().default(false) })).output(z.object({ jobId: Uuid })),
  /** What a job of `make` made; throws `not_found` until it is done. */
  made: procedure.input(z.object({ jobId: Uuid })).output(z.object({ file: MadeFile, warnings: z.array(ExportWarning) })),
  preview: procedure.input(z.object({ source: DocumentSource, look: DocumentLook })).output(DocumentPreview),
  /**
   * Called before what a preview shows is printed or written as PDF to `to`: throws `restricted_content` unless confirmed, and enters it into the
   * ledger; `invalid` for a path in the library. `name` is what it is called where it goes to no file of ours.
   */
  leaves: procedure.input(z.object({ source: DocumentSource, form: z.enum(['pdf', 'print']), to: z.string().min(1).nullable(), name: z.string().max(1000), allowRestricted: z.boolean().default(false) })).output(z.null()),
  /** Slides of a record, of many, of an edition, or of a whole meeting; of a meeting those of its agenda, whatever part is named. */
  deck: procedure.input(z.object({ source: DocumentSource })).output(z.object({ deck: Deck, suggestedName: z.string(), warnings: z.array(ExportWarning), restricted: z.array(RecordRow) })),
  meetingFigures: procedure.input(z.object({ id: Uuid })).output(MeetingFigures),
  /** Those that are built in first, then the library's own by name. */
  presets: procedure.output(z.array(DocumentPreset)),
  /** A new one, or one of the library's own in the place of what it was. Throws `invalid` for one that is built in, that has no name, or whose margins leave the text too little room. */
  savePreset: procedure.input(DocumentPreset).output(z.null()),
  removePreset: procedure.input(z.object({ id: z.string() })).output(z.null()),
  theme: procedure.output(DeckTheme),
  /** Null for the one that is built in. */
  saveTheme: procedure.input(DeckTheme.nullable()).output(z.null()),
}
