/** Records: lists from the catalog, contents from the store, and what an author may do to them. */
import { AppError } from '#shared/contract/errors'
import type { Backlink, FacetCounts, RecordFilter, RecordRow, RecordSort } from '#shared/contract/records'
import { emptyBody, newSection } from '#shared/model/body/body'
import { newId } from '#shared/model/ids'
import type { EditableContent, RecordContent, RecordFile, RevisionFile } from '#shared/model/record'
import { recordTypes, type RecordType } from '#shared/model/recordTypes'
import { sectionTitles } from '#shared/model/sectionTitles.data'
import type { Changes } from './changes'
import { given } from './given'
import type { RecoveryService } from './recoveries'
import type { Session, SessionHolder } from './session'
import type { SettingsService } from './settings'

/** What the app knows beyond what an author may set: the file that a record came from, and where in its life it begins. */
export type NewContent = EditableContent & { title: string; originFile?: NonNullable<RecordContent['origin']['file']>; stage?: string }

export interface RecordService {
  list: (filter: RecordFilter, sort: RecordSort, offset: number, limit: number) => Promise<{ total: number; rows: RecordRow[] }>
  facets: (filter: RecordFilter) => FacetCounts
  rows: (ids: readonly string[]) => RecordRow[]
  get: (id: string) => Promise<RecordFile>
  byNumber: (number: string) => RecordRow | null
  revision: (id: string, revisionId: string) => Promise<RevisionFile>
  backlinks: (id: string) => Backlink[]
  create: (type: RecordType, content: NewContent, into?: Session) => Promise<RecordFile>
  save: (id: string, base: string, changes: EditableContent) => Promise<RecordFile>
}

interface Parts { settings: SettingsService; sessions: SessionHolder; recoveries: RecoveryService; changes: Changes; now: () => number }

/** What an author edited, on top of what is there. An edition is given by a release alone. */
const edit = (content: RecordContent, edited: EditableContent): RecordContent => {
  const next = { ...content, ...given(edited) }
  const { edition: _edition, ...fields } = next.fields
  return { ...next, fields: content.fields.edition === undefined ? fields : { ...fields, edition: content.fields.edition } }
}

export const createRecordService = ({ settings, sessions, recoveries, changes, now }: Parts): RecordService => {
  const taken = async (session: Session, writing: () => Promise<RecordFile>): Promise<RecordFile> => {
    const record = await session.take(writing)
    changes.publish({ type: 'records', ids: [record.id] })
    return record
  }

  const templateBody = (type: RecordType, session: Session): RecordContent['body'] => {
    const { language } = session.folder.library.current()
    return { ...emptyBody(), sections: recordTypes[type].sections.map((key) => newSection(key, sectionTitles[key]?.[language] ?? key)) }
  }

  const newContent = async (session: Session, type: RecordType, { originFile, ...content }: NewContent): Promise<RecordContent> => {
    const { id: libraryId, unit } = session.folder.library.current()
    return {
      summary: '', team: '', authors: [], contact: '', field: '', tags: [], date: '', place: '', confidentiality: 'internal',
      links: [], attachments: [], fields: {}, custom: {}, body: templateBody(type, session),
      ...given(content), unit: content.unit || unit.name, title: content.title, type, stage: content.stage ?? recordTypes[type].stages[0] ?? 'draft', number: await session.numbering.next(type, now()),
      origin: { libraryId, unit: unit.name, ...(originFile ? { file: originFile } : {}) },
    }
  }

  return {
    list: async (filter, sort, offset, limit) => sessions.required().catalog.list(filter, sort, offset, limit),
    facets: (filter) => sessions.required().catalog.facets(filter),
    rows: (ids) => ids.flatMap((id) => sessions.required().catalog.get(id) ?? []),
    get: async (id) => sessions.required().folder.records.read(id),
    byNumber: (number) => sessions.required().catalog.byNumber(number) ?? null,
    revision: async (id, revisionId) => sessions.required().folder.records.readRevision(id, revisionId),
    backlinks: (id) => sessions.required().catalog.backlinks(id),
    create: async (type, content, into) => {
      const session = into ?? sessions.writable()
      // What an import made is kept as it came, whatever is edited right after.
      const sealed = content.originFile !== undefined
      return taken(session, async () => session.folder.records.create(newId(), await newContent(session, type, content), settings.person(), sealed))
    },
    save: async (id, base, edited) => recoveries.guard({ recordId: id, base, changes: edited, by: settings.person() }, async () => {
      const session = sessions.writable()
      if (edited.title?.trim() === '') throw new AppError('invalid', { issues: [{ path: 'title', message: 'empty' }] })
      return taken(session, async () => session.folder.records.save(id, base, (content) => edit(content, edited), settings.person()))
    }),
  }
}
