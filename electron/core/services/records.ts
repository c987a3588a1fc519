/** Records: lists from the catalog, contents from the store, and what an author may do to them. */
import { AppError, isAppError } from '#shared/contract/errors'
import type { Backlink, FacetCounts, RecordFilter, RecordGroup, RecordRow, RecordSort } from '#shared/contract/records'
import { emptyBody, newSection } from '#shared/model/body/body'
import { customFieldsOf } from '#shared/model/customFields'
import { misfits } from '#shared/model/fields'
import { newId } from '#shared/model/ids'
import { RealDate } from '#shared/model/partialDate'
import { titleLimit, type EditableContent, type RecordContent, type RecordFile, type RevisionFile } from '#shared/model/record'
import { recordTypes, sectionKeysOf, sectionTitle, stagesOf, type RecordType } from '#shared/model/recordTypes'
import type { CatalogEntry } from '../store/catalog/entry'
import { columnValue } from '../store/catalog/values'
import type { Changes } from './changes'
import { given } from './given'
import type { RecoveryService } from './recoveries'
import type { Session, SessionHolder } from './session'
import type { SettingsService } from './settings'

/** What the app knows beyond what an author may set: the file that a record came from, and where in its life it begins. */
export type NewContent = EditableContent & { title: string; originFile?: NonNullable<RecordContent['origin']['file']>; stage?: string }

/**
 * The session that was begun in, else the one that is open, and the id that was given before. A record that is there under it was made by
 * a try that was not answered for: it takes what is asked for now, unless somebody has saved it since.
 */
export interface CreatedAs { session?: Session; id?: string | undefined }

/** `columns` are those that a row does not have of itself. */
export interface ListRequest { filter: RecordFilter; sort: RecordSort; offset: number; limit: number; group?: string | undefined; columns?: readonly string[] | undefined }

export interface RecordService {
  list: (asked: ListRequest) => Promise<{ total: number; rows: RecordRow[] }>
  groups: (filter: RecordFilter, sort: RecordSort, group: string) => Promise<RecordGroup[]>
  facets: (filter: RecordFilter, facets: readonly string[] | undefined) => FacetCounts
  rows: (ids: readonly string[]) => RecordRow[]
  get: (id: string) => Promise<RecordFile>
  byNumber: (number: string) => RecordRow | null
  revision: (id: string, revisionId: string) => Promise<RevisionFile>
  backlinks: (id: string) => Backlink[]
  create: (type: RecordType, content: NewContent, as?: CreatedAs) => Promise<RecordFile>
  /** Makes a record as it once was, under an id that no record has; its number is another where that is taken. */
  bringBack: (session: Session, id: string, content: RecordContent) => Promise<RecordFile>
  save: (id: string, base: string, changes: EditableContent, saving?: { editing?: string | undefined; overwrites?: boolean | undefined }) => Promise<RecordFile>
}

interface Parts { settings: SettingsService; sessions: SessionHolder; recoveries: RecoveryService; changes: Changes; now: () => number }

type Given = Pick<RecordContent['fields'], 'edition' | 'seal' | 'pilot'>

/** An edition is given by a release alone, which edition is taken up by planning its adoption. */
const withGiven = ({ edition: _edition, seal: _seal, pilot: _pilot, ...fields }: RecordContent['fields'], { edition, seal, pilot }: Given): RecordContent['fields'] =>
  ({ ...fields, ...given({ edition, seal, pilot }) })

const adoptsIn = (links: RecordContent['links']): RecordContent['links'] => links.filter(({ relation }) => relation === 'adopts')

/** The links of an edit, but those that say what is taken up: they stay as they are. */
const withAdopts = (links: RecordContent['links'], before: RecordContent['links']): RecordContent['links'] => {
  const own = adoptsIn(before)
  if (JSON.stringify(adoptsIn(links)) === JSON.stringify(own)) return links
  return [...own, ...links.filter(({ relation }) => relation !== 'adopts')]
}

/** What an edit made of a content, with what no edit changes as it was: the edition, and what an adoption takes up. */
export const keepingGiven = (before: RecordContent, after: RecordContent): RecordContent =>
  ({ ...after, links: withAdopts(after.links, before.links), fields: withGiven(after.fields, before.fields) })

/** What an author edited, on top of what is there. */
export const editContent = (content: RecordContent, edited: EditableContent): RecordContent => keepingGiven(content, { ...content, ...given(edited) })

/** Throws `invalid` with each field whose new value is not one that it can have. */
const expectFit = ({ folder }: Session, { type, date, fields, custom }: Pick<RecordContent, 'type' | 'date' | 'fields' | 'custom'>, edited: EditableContent): void => {
  const issues = [
    ...edited.title?.trim() === '' ? [{ path: 'title', message: 'empty' }] : [],
    ...edited.title !== undefined && edited.title.length > titleLimit ? [{ path: 'title', message: 'too long' }] : [],
    ...edited.date !== undefined && edited.date !== date && !RealDate.safeParse(edited.date).success ? [{ path: 'date', message: 'not a value of this field' }] : [],
    ...edited.fields ? misfits(recordTypes[type].fields, fields, edited.fields).map((key) => ({ path: `fields.${key}`, message: 'not a value of this field' })) : [],
    ...edited.custom ? misfits(customFieldsOf(folder.library.current(), type), custom, edited.custom).map((key) => ({ path: `custom.${key}`, message: 'not a value of this field' })) : [],
  ]
  if (issues.length > 0) throw new AppError('invalid', { issues })
}

const valuesOf = (entry: CatalogEntry | undefined, columns: readonly string[]): NonNullable<RecordRow['values']> => Object.fromEntries(columns.flatMap((key) => {
  const value = entry && columnValue(entry, key)
  return value === undefined ? [] : [[key, value]]
}))

const isUntouched = ({ revision, local }: RecordFile): boolean => revision.parents.length === 0 && revision.at === local.createdAt

export const createRecordService = ({ settings, sessions, recoveries, changes, now }: Parts): RecordService => {
  const taken = async (session: Session, writing: () => Promise<RecordFile>, editing?: string): Promise<RecordFile> => {
    const record = await session.take(writing)
    changes.publish({ type: 'records', ids: [record.id], ...editing !== undefined && { editing } })
    return record
  }

  const templateBody = (type: RecordType, session: Session): RecordContent['body'] => {
    const { language } = session.folder.library.current()
    return { ...emptyBody(), sections: sectionKeysOf(type).map((key) => newSection(key, sectionTitle(key, language))) }
  }

  /** A record under an id that a try before this one may have made. */
  const madeBefore = async (session: Session, id: string | undefined): Promise<RecordFile | undefined> => (id === undefined ? undefined
    : session.folder.records.read(id).catch((error: unknown) => {
      if (isAppError(error) && error.code === 'not_found') return undefined
      throw error
    }))

  /** Numbers of records that are being made and are not listed yet, by the library. */
  const coming = new WeakMap<Session, Set<string>>()

  /** Makes a record under the number that is wanted, or the next one where that is none or taken: no other is made under it meanwhile. */
  const numbered = async (session: Session, type: RecordType, wanted: string, make: (number: string) => Promise<RecordFile>): Promise<RecordFile> => {
    const reserved = coming.get(session) ?? new Set()
    coming.set(session, reserved)
    await session.whenChecked()
    let number = wanted
    while (number === '' || reserved.has(number) || session.catalog.byNumber(number) !== undefined) number = await session.numbering.next(type, now())
    reserved.add(number)
    try { return await make(number) } finally { reserved.delete(number) }
  }

  const newContent = (session: Session, type: RecordType, { originFile, ...content }: NewContent, number: string): RecordContent => {
    const { id: libraryId, unit } = session.folder.library.current()
    return {
      summary: '', team: '', authors: originFile ? [] : settings.authors(), contact: '', field: '', tags: [], date: '', place: '', confidentiality: 'internal',
      attachments: [], custom: {}, body: templateBody(type, session),
      ...given(content), links: withAdopts(content.links ?? [], []), fields: withGiven(content.fields ?? {}, {}), unit: content.unit || unit.name, title: content.title, type, stage: content.stage ?? stagesOf(type)[0] ?? 'draft', number,
      origin: { libraryId, unit: unit.name, ...(originFile ? { file: originFile } : {}) },
    }
  }

  return {
    list: async ({ filter, sort, offset, limit, group, columns = [] }) => {
      const { catalog } = sessions.required()
      const { total, rows } = await catalog.list(filter, sort, offset, limit, group)
      return { total, rows: columns.length === 0 ? rows : rows.map((row) => ({ ...row, values: valuesOf(catalog.entry(row.id), columns) })) }
    },
    groups: async (filter, sort, group) => sessions.required().catalog.groups(filter, sort, group),
    facets: (filter, facets) => sessions.required().catalog.facets(filter, facets),
    rows: (ids) => ids.flatMap((id) => sessions.required().catalog.get(id) ?? []),
    get: async (id) => sessions.required().folder.records.read(id),
    byNumber: (number) => sessions.required().catalog.byNumber(number) ?? null,
    revision: async (id, revisionId) => sessions.required().folder.records.readRevision(id, revisionId),
    backlinks: (id) => sessions.required().catalog.backlinks(id),
    create: async (type, content, { session = sessions.writable(), id } = {}) => {
      if (content.originFile === undefined) expectFit(session, { type, date: '', fields: {}, custom: {} }, content)
      const there = await madeBefore(session, id)
      if (there) {
        const { stage: _stage, originFile: _file, ...wanted } = content
        const made = (now: RecordContent): RecordContent => (isUntouched(there) ? editContent(now, { ...wanted, unit: wanted.unit || now.unit }) : now)
        return taken(session, async () => session.folder.records.save(there.id, there.revision.id, made, settings.person()))
      }
      // What an import made is kept as it came, whatever is edited right after.
      const sealed = content.originFile !== undefined
      return numbered(session, type, '', async (number) =>
        taken(session, async () => session.folder.records.create(id ?? newId(), newContent(session, type, content, number), settings.person(), sealed)))
    },
    bringBack: async (session, id, content) => numbered(session, content.type, content.number, async (number) =>
      taken(session, async () => session.folder.records.create(id, { ...content, number }, settings.person(), true))),
    save: async (id, base, edited, { editing, overwrites = false } = {}) => recoveries.guard({ recordId: id, editing, base, changes: edited, by: settings.person() }, async () => {
      const session = sessions.writable()
      if (overwrites) await session.seal(id)
      return taken(session, async () => session.folder.records.save(id, base, (content) => {
        expectFit(session, content, edited)
        return editContent(content, edited)
      }, settings.person()), editing)
    }),
  }
}
