/** Pieces become a record's body and fields: the highest headings its sections, the title and what stands around it its fields. */
import { basename, extname } from 'node:path'
import type { Block } from '#shared/model/body/blocks'
import { newSection, type Body } from '#shared/model/body/body'
import { isKnownInline, type Inline } from '#shared/model/body/inlines'
import { normaliseBody } from '#shared/model/body/normalise'
import { newBlockId } from '#shared/model/ids'
import type { ImportWarning } from '#shared/contract/imports'
import { sectionKeysOf, type LibraryType } from '#shared/model/recordTypes'
import type { Metadata, ReadDocument } from '../readDocument'
import { headingBlock, piecesToBlocks } from './blocks'
import { openForm } from './caseForm'
import { findHeadings, headingTitle, usualManner, type Heading } from './headings'
import { noMetadata, readForm, readHeadLines, readSignature } from './metadata'
import type { Line, Piece } from './piece'
import { sectionKeys, withoutBrackets } from './sectionKeys'
import { findTitle, type TitleLines } from './titleLines'

/** What a title can't hold (notes, pictures) stands below it. */
const leftoverBlocks = (line: Line): Block[] => {
  const inlines = line.inlines.filter((inline: Inline) => !isKnownInline(inline) || inline.type === 'footnote' || inline.type === 'image')
  return inlines.length > 0 ? [{ type: 'paragraph', id: newBlockId(), inlines }] : []
}

/** Undefined where the file says nothing of use for this type. */
const toldKey = ({ line: { section } }: Heading, type: LibraryType): string | null | undefined =>
  (section && (section.key === null || sectionKeysOf(type).includes(section.key)) ? section.key : undefined)

const buildBody = (pieces: readonly Piece[], headings: readonly Heading[], left: ReadonlySet<number>, title: ReadonlySet<number>, type: LibraryType): Body => {
  const byIndex = new Map(headings.map((heading) => [heading.index, heading]))
  const sections = headings.filter(({ level }) => level === 0).map((heading) => ({ heading, title: heading.line.section ? heading.line.text : withoutBrackets(headingTitle(heading)) || heading.line.text }))
  const keys = sectionKeys(sections.map((section) => section.title), type, sections.map(({ heading }) => toldKey(heading, type)))
  const body: Body = { version: 1, preamble: [], sections: sections.map((section, index) => newSection(keys[index] ?? null, section.title)) }

  const isOwn = headings.some(({ line }) => line.section !== undefined)
  let blocks = body.preamble
  let sectionIndex = 0
  let waiting: Piece[] = []
  const flush = (): void => { blocks.push(...piecesToBlocks(waiting)); waiting = [] }
  pieces.forEach((piece, index) => {
    const heading = byIndex.get(index)
    if (heading) {
      flush()
      if (heading.level > 0) { blocks.push(headingBlock(heading.line, heading.level, isOwn)); return }
      blocks = body.sections[sectionIndex]?.blocks ?? blocks
      sectionIndex += 1
      blocks.push(...leftoverBlocks(heading.line))
    } else if (title.has(index)) {
      flush()
      if (piece.kind === 'line') blocks.push(...leftoverBlocks(piece))
    } else if (!left.has(index)) waiting.push(piece)
  })
  flush()
  return normaliseBody(body)
}

/** A single highest heading that stands first and names no section is the title; so is the first heading where nothing else is. */
const titleFromHeadings = (pieces: readonly Piece[], headings: readonly Heading[]): TitleLines | undefined => {
  const first = headings[0]
  if (!first || first.numbered || first.known) return undefined
  const isAlone = first.level === 0 && headings.length > 1 && headings.filter(({ level }) => level === 0).length === 1
  const isAtStart = !pieces.slice(0, first.index).some((piece) => piece.kind === 'line')
  return { title: headingTitle(first), indexes: isAlone || isAtStart ? [first.index] : [] }
}

const sectionWarnings = ({ sections }: Body): ImportWarning[] => {
  if (sections.length === 0) return [{ code: 'no_sections', count: 1, detail: '' }]
  const titles = sections.filter(({ key }) => key === null).map(({ title }) => title)
  const code = titles.length === sections.length ? 'sections_not_recognised' : 'sections_partly_recognised'
  return titles.length > 0 ? [{ code, count: titles.length, detail: titles.join('、') }] : []
}

const contentsHeading = /^(?:目\s*[录錄次]|Table of Contents|Contents)$/i

/** A table of contents repeats the headings. */
const withoutContents = (pieces: readonly Piece[]): Piece[] => pieces.filter((piece, index) => {
  const next = pieces[index + 1]
  return piece.kind !== 'line' || !(piece.contents || (contentsHeading.test(piece.text) && next?.kind === 'line' && next.contents))
})

/** The name of a form, not of what is written into it. */
const formName = /[表单]$/

/** `path` gives the title where the text has none. */
export const structureDocument = (read: readonly Piece[], type: LibraryType, path: string): Omit<ReadDocument, 'pictures' | 'counts'> => {
  const fileName = basename(path, extname(path)).trim()
  const given = withoutContents(read)
  const usual = usualManner(given)
  const metadata: Metadata = noMetadata()
  // Where the file names its sections itself, a table in one of them is no form of the document.
  const firstSection = given.findIndex((piece) => piece.kind === 'line' && piece.section !== undefined)
  if (firstSection === -1) readForm(given, metadata)
  const form = firstSection === -1 ? openForm(given, type) : undefined
  const pieces = form ?? given
  const looked = findTitle(pieces, usual, type, fileName)
  const isFormName = looked !== undefined && metadata.title !== '' && (form !== undefined || formName.test(looked.title))
  const lookedIndexes = new Set(looked?.indexes)
  const early = findHeadings(pieces, lookedIndexes, usual, type)
  const title = isFormName ? undefined : looked ?? (metadata.title === '' && !form ? titleFromHeadings(pieces, early) : undefined)
  const titleIndexes = new Set(title?.indexes)
  const passed = new Set([...lookedIndexes, ...titleIndexes])

  const isHeading = new Set(early.filter(({ index, styled, numbered, known }) => (styled || numbered || known) && !passed.has(index)).map(({ index }) => index))
  const head = readHeadLines(pieces, passed, metadata, isHeading)
  // Such a file says in its first lines who, where and when; a label of its form may be a field of the library.
  if (firstSection !== -1) readForm(given.slice(0, firstSection), metadata)
  readSignature(pieces, metadata)
  const headings = findHeadings(pieces, new Set([...passed, ...head.recognised]), usual, type)
    .filter(({ line, known }) => known || line.section !== undefined || line.text !== title?.title)

  const body = buildBody(pieces, headings, new Set(head.consumed), titleIndexes, type)
  const { title: labelledTitle, ...fields } = metadata
  const knownTitle = title?.title ?? labelledTitle
  return {
    ...fields,
    title: knownTitle === '' ? fileName || basename(path) : knownTitle,
    body,
    warnings: [...(knownTitle === '' ? [{ code: 'title_from_file_name' as const, count: 1, detail: basename(path) }] : []), ...sectionWarnings(body)],
  }
}
