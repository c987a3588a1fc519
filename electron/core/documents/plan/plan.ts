/**
 * A document before it is written: its parts in their order, in the words of its language, independent of Word and of HTML. Both writers
 * write the same plan with the same preset.
 */
import { z } from 'zod'
import type { ExportWarning } from '#shared/contract/documents'
import type { Block, TableBlock } from '#shared/model/body/blocks'
import { DocumentPreset } from '#shared/model/document/preset'
import type { Language } from '#shared/model/language'
import type { FlowChart } from '#shared/model/product/flow'

/** What is said of a thing, on a cover or under a title. */
export interface NamedValue { label: string; value: string }

/** Who prepared, reviewed and approved it, and when. */
export interface Approval { label: string; name: string; date: string }

export type DocumentPart =
  /** A page of its own. `values` in the middle, `foot` (unit, date) at its lower end. */
  | { kind: 'cover'; title: string; subtitle: string; values: NamedValue[]; approvals: Approval[]; foot: string[] }
  /** A table of contents down to the level `depth`, on a page of its own. */
  | { kind: 'contents'; title: string; depth: number }
  /** The title of a record with who, where and when below it. Level 0 is the title of the document; above that it is a heading, which the contents list. `id` is that of the record. */
  | { kind: 'head'; id: string; level: number; newPage: boolean; title: string; data: string[]; summary: string; form: TableBlock | null }
  /** A heading with what stands under it. Headings within `blocks` go on from `level`. `key` is the section's of its type, for the reader; one without a title has no heading. Headings within one that is not numbered are not numbered either. */
  | { kind: 'section'; level: number; key: string | null; title: string; isNumbered: boolean; newPage: boolean; blocks: Block[] }
  /** A table to be filled in by hand, each row at least so many millimetres high. */
  | { kind: 'blank'; table: TableBlock; rowHeight: number }
  /** A flow chart, drawn. */
  | { kind: 'flow'; chart: FlowChart; caption: string }
  /** Large type in the middle of the page's width: a poster's lines. `size` in points. */
  | { kind: 'banner'; text: string; size: number; tone: 'accent' | 'text' | 'muted' }

export interface DocumentPlan {
  language: Language
  /** Of the file's properties. */
  title: string; creator: string; subject: string; keywords: string
  /** At the top of every page: the confidentiality, empty for none, and what it is (number, title). */
  mark: string; header: string
  preset: DocumentPreset
  /** A poster may lie. */
  page: { isLandscape: boolean; hasPageNumbers: boolean }
  parts: DocumentPart[]
  /** Number and title of records that are cited or linked, by id, where known. */
  titles: ReadonlyMap<string, { number: string; title: string }>
  /** Where pictures lie, by hash; one that is missing is left out. */
  pictures: ReadonlyMap<string, string>
  /** What was found out while it was planned. */
  warnings: ExportWarning[]
}

/** Plans come from our own code; bodies were checked where they were read. */
export const PlanMessage = z.custom<DocumentPlan>((value) => typeof value === 'object' && value !== null && 'parts' in value && DocumentPreset.safeParse('preset' in value ? value.preset : undefined).success)
