/** Documents that leave the library, made as jobs; how they will look; and the presets and the theme that they are made with. */
import { basename } from 'node:path'
import type { DocumentLook, DocumentPreview, DocumentRequest, DocumentSource, ExportWarning, MeetingFigures } from '#shared/contract/documents'
import type { MadeFile } from '#shared/contract/packages'
import type { RecordRow } from '#shared/contract/records'
import type { DocumentPreset } from '#shared/model/document/preset'
import type { RevisionFile } from '#shared/model/record'
import type { Deck } from '#shared/model/slides/deck'
import type { DeckTheme } from '#shared/model/slides/theme'
import type { Changes } from '../changes'
import { checkPath } from '../downloads'
import { createResults } from '../jobResults'
import type { JobService } from '../jobs'
import { restrictedAmong, type Leave, type LeaveAsFolder, type NoteLeaving } from '../leaving'
import type { Session, SessionHolder } from '../session'
import { planDeck } from './deck'
import { meetingFigures } from './figures'
import { planRequest, type MakingParts } from './make'
import { planDocument, type PlanMeans } from './plans'
import { createLooks } from './looks'
import { previewOf } from './preview'

interface Made { file: MadeFile; warnings: ExportWarning[] }

/** What a preview shows, on its way to a file at `to`, which somebody else writes, or to a printer. */
interface Printed { source: DocumentSource; form: 'pdf' | 'print'; to: string | null; name: string; allowRestricted: boolean }

export interface DocumentService {
  make: (request: DocumentRequest, to: string | null, allowRestricted: boolean) => { jobId: string }
  made: (jobId: string) => Made
  preview: (source: DocumentSource, look: DocumentLook) => Promise<DocumentPreview>
  leaves: (printed: Printed) => Promise<null>
  deck: (source: DocumentSource) => Promise<{ deck: Deck; suggestedName: string; warnings: ExportWarning[]; restricted: RecordRow[] }>
  meetingFigures: (id: string) => Promise<MeetingFigures>
  presets: () => DocumentPreset[]
  savePreset: (preset: DocumentPreset) => Promise<null>
  removePreset: (id: string) => Promise<null>
  theme: () => DeckTheme
  saveTheme: (theme: DeckTheme | null) => Promise<null>
}

interface Parts extends MakingParts { jobs: JobService; sessions: SessionHolder; leave: Leave; leaveAsFolder: LeaveAsFolder; noteLeaving: NoteLeaving; changes: Changes }

const quietly = (): void => undefined

export const createDocumentService = (parts: Parts): DocumentService => {
  const { jobs, sessions, leave, leaveAsFolder, noteLeaving, select, documents, offline, keys, now } = parts
  const means: PlanMeans = { select, keys, now, onRead: quietly }
  const results = createResults<Made>(jobs)

  const restrictedRows = async (session: Session, records: readonly RevisionFile[]): Promise<RecordRow[]> =>
    (await restrictedAmong(session, records)).flatMap(({ id }) => session.catalog.get(id) ?? [])

  return {
    make: (request, to, allowRestricted) => {
      sessions.required()
      const { id } = jobs.start('makeDocument', async ({ id: jobId, signal, progress }) => {
        const session = sessions.required()
        const planned = await planRequest(session, request, parts, (done, total, current) => {
          signal.throwIfAborted()
          progress({ done, total: total * 2, current })
        })
        const { form, suggestedName, gathered: { title, records } } = planned
        if (planned.folder && to !== null) {
          results.put(jobId, { file: await leaveAsFolder({ form, records, title, allowRestricted }, to, planned.folder), warnings: planned.gathered.warnings })
          return
        }
        let warnings: ExportWarning[] = []
        const file = await leave({ form, records, title, allowRestricted, to, suggestedName }, async () => {
          const { made, warnings: found } = await planned.make((done, total) => {
            const read = Math.max(records.length, 1)
            progress({ done: read + Math.floor(read * done / Math.max(total, 1)), total: read * 2, current: title })
          }, signal)
          signal.throwIfAborted()
          warnings = found
          return made
        })
        results.put(jobId, { file, warnings })
      })
      return { jobId: id }
    },
    made: results.get,
    preview: async (source, look) => {
      const session = sessions.required()
      const planned = await planDocument(session, means, source, look)
      return previewOf(planned, await documents.writePage(planned.plan), await restrictedRows(session, planned.records))
    },
    leaves: async ({ source, form, to, name, allowRestricted }) => {
      const session = sessions.required()
      await checkPath(to, session.folder.root)
      const { title, records } = await planDocument(session, means, source, {})
      await noteLeaving({ form, records, title, allowRestricted }, to === null ? name : basename(to))
      return null
    },
    deck: async (source) => {
      const session = sessions.required()
      const { deck, suggestedName, warnings, records } = await planDeck(session, means, source)
      return { deck, suggestedName, warnings, restricted: await restrictedRows(session, records) }
    },
    meetingFigures: async (id) => meetingFigures(sessions.required(), means, id, offline),
    ...createLooks(parts),
  }
}
