/** Meetings: what others filled in is read, sheets to be filled are made, and what was agreed is followed up. */
import { basename } from 'node:path'
import { AppError } from '#shared/contract/errors'
import type { FollowUp, ReadAttendance, ReadFeedback, ReadParticipants } from '#shared/contract/meetings'
import type { MadeFile } from '#shared/contract/packages'
import { withEachRow } from '#shared/model/fields'
import { feedbackOf } from '#shared/model/meeting/feedback'
import { participantsOf } from '#shared/model/meeting/participants'
import type { RecordFile } from '#shared/model/record'
import { fileNameOf } from '#shared/text/fileName'
import type { DocumentPool } from '../../documents/documentPool'
import { ReadFailure } from '../../documents/readers/readDocument'
import type { SheetRows } from '../../documents/readers/xlsx/readSheets'
import type { Leave } from '../leaving'
import type { RecordService } from '../records'
import type { SessionHolder } from '../session'
import type { SettingsService } from '../settings'
import { createCount } from './feedback'
import { createFollowUpReader, createSettling, type FollowUpReader } from './followUps'
import { attendanceIn, participantsIn } from './participants'
import { sheetName, sheetOf, type FilledSheet } from './sheets'

export { createFollowUpReader, type Followed, type FollowUpReader } from './followUps'

export interface SheetRequest { id: string; sheet: FilledSheet; to: string | null; allowRestricted: boolean }

export interface MeetingService {
  readParticipants: (path: string) => Promise<ReadParticipants>
  readFeedback: (id: string, paths: readonly string[]) => Promise<ReadFeedback>
  readAttendance: (id: string, path: string) => Promise<ReadAttendance>
  sheet: (request: SheetRequest) => Promise<MadeFile>
  noteRehearsal: (id: string, base: string, seconds: Readonly<Record<string, number>>) => Promise<RecordFile>
  followUps: (mine: boolean) => Promise<FollowUp[]>
  settleFollowUp: (id: string, rowId: string, isDone: boolean) => Promise<RecordFile>
}

interface Parts { documents: Pick<DocumentPool, 'readSheets' | 'writeXlsx'>; sessions: SessionHolder; settings: SettingsService; records: RecordService; leave: Leave; now: () => number }

/** Told in both languages in shared/text/messages/reasons.data. */
const reasons: Readonly<Partial<Record<ReadFailure['failure']['code'], string>>> = {
  old_doc: 'an Excel file of the old kind', not_docx: 'not an Excel file', encrypted: 'an Excel file with a password', damaged: 'an Excel file that is damaged', empty: 'an empty file',
  too_large: 'more than a filled sheet holds', timeout: 'an Excel file that takes too long',
}

export const createMeetingService = ({ documents, sessions, settings, records, leave, now }: Parts): MeetingService => {
  const readFollowUps: FollowUpReader = createFollowUpReader({ settings, now })
  const settleFollowUp = createSettling({ records, sessions })

  const sheetsIn = async (path: string): Promise<SheetRows[]> => documents.readSheets(path).catch((error: unknown) => {
    if (!(error instanceof ReadFailure)) throw error
    const { code, detail } = error.failure
    throw new AppError('file_unreadable', { path, reason: reasons[code] ?? detail }, { cause: error })
  })
  const expectNames = <T>(read: T | undefined, path: string): T => {
    if (read === undefined) throw new AppError('file_unreadable', { path, reason: 'no column of names' })
    return read
  }

  return {
    readParticipants: async (path) => expectNames(participantsIn(await sheetsIn(path)), path),
    readAttendance: async (id, path) => {
      const { content } = await records.get(id)
      return expectNames(attendanceIn(await sheetsIn(path), participantsOf(content)), path)
    },
    readFeedback: async (id, paths) => {
      const { content } = await records.get(id)
      const counted = createCount(feedbackOf(content).map(({ question }) => question).filter((question) => question !== ''))
      let first: AppError | undefined
      for (const path of paths) {
        const said = await sheetsIn(path).then((sheets) => (counted.read(sheets) ? undefined : new AppError('file_unreadable', { path, reason: 'no filled form' })), (error: unknown) => {
          if (error instanceof AppError) return error
          throw error
        })
        first ??= said
        if (said) counted.skip({ row: 0, why: 'unreadable', text: basename(path) })
      }
      const result = counted.result()
      if (first && result.forms === 0) throw first
      return result
    },
    sheet: async ({ id, sheet, to, allowRestricted }) => {
      const { language } = settings.current()
      const record = await records.get(id)
      const title = `${record.content.title} ${sheetName(sheet, language)}`
      return leave({ form: 'excel', records: [record], title, allowRestricted, to, suggestedName: fileNameOf(title, sheetName(sheet, language), 'xlsx') }, () =>
        documents.writeXlsx([sheetOf(record.content, sheet, language)]))
    },
    noteRehearsal: async (id, base, seconds) => {
      const { content } = await records.get(id)
      const agenda = withEachRow(content.fields.agenda, (row) => { const took = seconds[row.id]; return took === undefined ? row : { ...row, rehearsed: took } })
      return records.save(id, base, { fields: { ...content.fields, agenda } })
    },
    followUps: async (mine) => (await readFollowUps(sessions.required())).filter(({ isMine }) => isMine || !mine).map(({ followUp }) => followUp),
    settleFollowUp,
  }
}
