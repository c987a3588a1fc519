/** One web page with everything in it: contents, search and pictures, for a machine with only a browser. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DocumentSource } from '#shared/contract/documents'
import { AppError } from '#shared/contract/errors'
import { bodyAttachments } from '#shared/model/body/walk'
import { agendaOf, type AgendaItem } from '#shared/model/meeting/agenda'
import { markOf } from '../../../documents/plan/recordPlan'
import { wordsOf } from '../../../documents/plan/words.data'
import type { HtmlContext } from '../../../documents/writers/html/context'
import { escapeHtml, ours } from '../../../documents/writers/html/escape'
import { readingHtml } from '../../../documents/writers/html/parts'
import { writeNewInPieces } from '../../../store/durableFile'
import type { WriteTo } from '../../leaving'
import type { Session } from '../../session'
import type { Gathered } from '../gathered'
import { planDocument, type PlannedDocument, type PlanMeans } from '../plans'
import { createWarnings, type Warnings } from '../plans/gathering'
import { aboutHtml } from './about'
import { entriesOf, readParts, type ReadPart, type WebEntry } from './entries'
import { base64Of, webPicture, type WebPicture } from './pictures'

export interface PlannedWeb extends Gathered { write: WriteTo; bytes: number }

interface Template { beforeTitle: string; beforeAbout: string; beforeRecords: string; beforePictures: string; end: string }

/** Throws `file_unreadable` where the build is without it. */
const readTemplate = async (offline: string): Promise<Template> => {
  const path = join(offline, 'document.html')
  const whole = await readFile(path, 'utf8').catch((error: unknown) => { throw new AppError('file_unreadable', { path, reason: 'the template of a page is missing' }, { cause: error }) })
  const [beforeTitle = '', beforeAbout = '', beforeRecords = '', beforePictures = '', end = ''] = whole.split(/<!--(?:title|about|records|pictures)-->/)
  return { beforeTitle, beforeAbout, beforeRecords, beforePictures, end }
}

/** Those that a browser shows; what is not there, or is none, is told. */
const readPictures = async ({ plan }: PlannedDocument, parts: readonly ReadPart[], warnings: Warnings): Promise<Map<string, WebPicture>> => {
  const pictures = new Map<string, WebPicture>()
  const looked = new Set<string>()
  for (const part of parts) {
    if (part.kind !== 'section') continue
    for (const sha256 of bodyAttachments({ version: 1, preamble: part.blocks, sections: [] })) {
      if (looked.has(sha256)) continue
      looked.add(sha256)
      const path = plan.pictures.get(sha256)
      const picture = path === undefined ? undefined : await webPicture(sha256, path)
      if (picture) pictures.set(sha256, picture)
      else warnings.add(path === undefined ? 'picture_missing' : 'picture_unsupported', part.title)
    }
  }
  return pictures
}

/** The sheets of a meeting are for paper. */
const withoutSheets = (entries: readonly WebEntry[], { plan: { language } }: PlannedDocument): WebEntry[] => {
  const { signIn, feedback } = wordsOf(language)
  return entries.filter(({ title, recordId }) => recordId !== undefined || (title !== signIn && title !== feedback))
}

const attributes = (values: Readonly<Record<string, string>>): string => Object.entries(values).map(([name, value]) => ` data-${name}="${escapeHtml(value)}"`).join('')

/** Of a record what the list shows of it, of a chapter nothing but its title. */
const listed = ({ catalog }: Session, { id, recordId, title }: WebEntry): Record<string, string> => {
  const row = recordId === undefined ? undefined : catalog.get(recordId)
  if (!row) return { record: id, title }
  return { record: id, title, type: wordsOf('zh-CN').types[row.type], 'type-en': wordsOf('en').types[row.type], number: row.number, unit: row.unit, date: row.date.replaceAll('-', '').padEnd(8, '0') }
}

const agendaIn = async ({ folder }: Session, source: DocumentSource): Promise<AgendaItem[]> =>
  (source.kind === 'meeting' && source.part === 'handbook' ? agendaOf((await folder.records.read(source.id)).content) : [])

/** A record, a checklist and a poster are read whole on the first page; what they consist of is listed and found besides. */
const isWhole = (parts: readonly ReadPart[]): boolean => parts[0]?.kind === 'banner' || (parts[0]?.kind === 'head' && parts[0].level === 0)

/** A restricted one is seen from afar. */
const markHtml = ({ mark, language }: PlannedDocument['plan']): string =>
  (mark === '' ? '' : `<p class="mark${mark === markOf({ confidentiality: 'restricted' }, language) ? ' restricted' : ''}">${escapeHtml(mark)}</p>`)

interface Page { title: string; about: string; templates: string[] }

const pageOf = async (session: Session, source: DocumentSource, planned: PlannedDocument, parts: readonly ReadPart[], pictures: ReadonlyMap<string, WebPicture>): Promise<Page> => {
  const whole = isWhole(parts)
  const entries = whole ? entriesOf(parts.filter((part) => part.kind === 'section')) : withoutSheets(entriesOf(parts), planned)
  const ids = new Set(entries.map(({ id }) => id))
  const htmlOf = (own: readonly ReadPart[], top: number): string => {
    const context: HtmlContext = {
      attachmentAddress: (sha256) => (pictures.has(sha256) ? sha256 : undefined), pictureAttribute: 'data-picture', recordAddress: (id) => (ids.has(id) ? `#${id}` : undefined), notes: [], say: ours,
    }
    return own.map((part) => readingHtml(part, top, context, planned.plan.language)).join('')
  }
  const about = whole ? htmlOf(parts, 0) : aboutHtml(planned.title, planned.plan.parts, entries, await agendaIn(session, source), planned.plan.language)
  const mark = markHtml(planned.plan)
  return {
    title: planned.title, about: `${mark}${about}`,
    templates: entries.map((entry) => `<template${attributes({ ...listed(session, entry), ...whole && { within: 'about' } })}>${mark}${htmlOf(entry.parts, 1)}</template>\n`),
  }
}

async function* chunksOf(page: Page, { beforeTitle, beforeAbout, beforeRecords, beforePictures, end }: Template, pictures: Iterable<WebPicture>): AsyncGenerator<string> {
  yield `${beforeTitle}${escapeHtml(page.title)}${beforeAbout}${page.about}${beforeRecords}`
  yield* page.templates
  yield beforePictures
  for (const { sha256, path, type } of pictures) {
    yield `<template id="picture-${sha256}"><img alt="" src="data:${type};base64,`
    yield* base64Of(path)
    yield '"></template>\n'
  }
  yield end
}

const bytesOf = (page: Page, template: Template, pictures: Iterable<WebPicture>): number => {
  const text = [page.about, ...page.templates, template.beforeAbout, template.end].reduce((sum, each) => sum + Buffer.byteLength(each), 0)
  return [...pictures].reduce((sum, { size }) => sum + Math.ceil(size / 3) * 4 + 150, text)
}

/** `offline` is the folder of what pages are made of; `bytes` how large it will be, nearly. Throws `not_found` for a record or an edition that is not here. */
export const planWeb = async (session: Session, means: PlanMeans, source: DocumentSource, offline: string): Promise<PlannedWeb> => {
  const planned = await planDocument(session, means, source, {})
  const template = await readTemplate(offline)
  const warnings = createWarnings()
  const parts = readParts(planned.plan.parts)
  const pictures = await readPictures(planned, parts, warnings)
  const page = await pageOf(session, source, planned, parts, pictures)
  const { title, suggestedName, records } = planned
  return {
    title, suggestedName, records, warnings: [...planned.warnings, ...warnings.all()], bytes: bytesOf(page, template, pictures.values()),
    write: async (path) => writeNewInPieces(path, chunksOf(page, template, pictures.values())),
  }
}
