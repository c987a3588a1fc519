/** What a request makes: what it is called, whose words it shows, and the file. */
import type { DocumentRequest, ExportWarning } from '#shared/contract/documents'
import { fileNameOf } from '#shared/text/fileName'
import type { DocumentPool } from '../../documents/documentPool'
import type { LeavingForm, WriteFolder, WriteTo } from '../leaving'
import type { Session } from '../session'
import { planDeck } from './deck'
import type { Gathered, OnRead } from './gathered'
import { planList } from './lists'
import { planMarkdown } from './markdown'
import { planDocument, type PlanMeans } from './plans'
import { planWeb } from './web'

export interface MakingParts extends Omit<PlanMeans, 'onRead'> { documents: DocumentPool; offline: string }

/** `write` makes the file; it answers with what was adjusted on the way. `folder`, where it can be one. */
export interface Planned { form: LeavingForm; suggestedName: string; gathered: Gathered; make: (onProgress: (done: number, total: number) => void, signal: AbortSignal) => Promise<{ made: Uint8Array | WriteTo; warnings: ExportWarning[] }>; folder?: WriteFolder }

export const planRequest = async (session: Session, request: DocumentRequest, { documents, select, keys, now, offline }: MakingParts, onRead: OnRead): Promise<Planned> => {
  const means: PlanMeans = { select, keys, now, onRead }
  switch (request.form) {
    case 'word': {
      const gathered = await planDocument(session, means, request.source, request.look)
      return {
        form: 'word', suggestedName: fileNameOf(gathered.suggestedName, 'document', 'docx'), gathered,
        make: async (onProgress, signal) => { const { bytes, warnings } = await documents.writeDocx(gathered.plan, onProgress, signal); return { made: bytes, warnings } },
      }
    }
    case 'slides': {
      const gathered = await planDeck(session, means, request.source)
      return {
        form: 'slides', suggestedName: fileNameOf(gathered.suggestedName, 'slides', 'pptx'), gathered,
        make: async (onProgress, signal) => { const { bytes, warnings } = await documents.writePptx(gathered.deck, gathered.pictures, onProgress, signal); return { made: bytes, warnings: [...gathered.warnings, ...warnings] } },
      }
    }
    case 'web': {
      const gathered = await planWeb(session, means, request.source, offline)
      return { form: 'web', suggestedName: fileNameOf(gathered.suggestedName, 'page', 'html'), gathered, make: () => Promise.resolve({ made: gathered.write, warnings: gathered.warnings }) }
    }
    case 'excel': {
      const gathered = await planList(session, select, request, onRead)
      return { form: 'excel', suggestedName: fileNameOf(gathered.suggestedName, 'list', 'xlsx'), gathered, make: async (_onProgress, signal) => ({ made: await documents.writeXlsx(gathered.sheets, signal), warnings: gathered.warnings }) }
    }
    case 'markdown': {
      const gathered = await planMarkdown(session, select, request, onRead)
      return {
        form: 'markdown', suggestedName: fileNameOf(gathered.suggestedName, 'markdown', 'zip'), gathered, folder: gathered.writeFolder,
        make: () => Promise.resolve({ made: gathered.writeZip, warnings: gathered.warnings }),
      }
    }
  }
}
