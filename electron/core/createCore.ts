/** The composition root: wires stores, services and router, and closes them in order. Hosts know the core by this alone. */
import { join } from 'node:path'
import { createDocumentPool } from './documents/documentPool'
import { checkedOutFolder, type Ports } from './ports'
import { createRouter, type CoreRouter } from './router/router'
import { createAdoptionReader, createAdoptionService } from './services/adoptions'
import { createAttachmentService } from './services/attachments'
import { createBackupService, createSchedule } from './services/backups'
import { createChanges } from './services/changes'
import { createCommentService } from './services/comments'
import { createCreationService } from './services/creations'
import { createCustomFieldService } from './services/customFields'
import { createDocumentService } from './services/documents'
import { createDownloads, type Download } from './services/downloads'
import { createExportCopies, createFilledService } from './services/filled'
import { createDuplicateService } from './services/duplicates'
import { createImportService } from './services/imports'
import { createJobService } from './services/jobs'
import { createKeyService } from './services/keys'
import { createLeave, createLeaveFigure } from './services/leaving'
import { createLibraryService } from './services/library'
import { createLifeService } from './services/life'
import { createLinkService } from './services/links'
import { createMaintenanceService, createTidy } from './services/maintenance'
import { createFollowUpReader, createMeetingService } from './services/meetings'
import { createOperationService } from './services/operations'
import { createMaskingService, createPackageService } from './services/packages'
import { createProductService } from './services/products'
import { createRecordService } from './services/records'
import { createRecoveryService } from './services/recoveries'
import { createRevisionService } from './services/revisions'
import { createSearchService } from './services/search'
import { createSavedSearchService } from './services/searches'
import { createSelect } from './services/selection'
import { createSessionHolder } from './services/session'
import { createSettings } from './services/settings'
import { createStatisticsService } from './services/statistics'
import { createSynonymService } from './services/synonyms'
import { createTemplateService } from './services/templates'
import { createTrashRows, createTrashService } from './services/trash'
import { createUsageService } from './services/usage'
import { createViewService } from './services/views'
import { createVocabularyService } from './services/vocabularies'
import { createWorkbenchService } from './services/workbench'
import { createWorkingCopyService } from './services/workingCopies'

export interface Core {
  router: CoreRouter
  /** Where an attachment of the open library lies, for the host to serve; undefined where there is none. */
  attachmentPath: (sha256: string) => Promise<string | undefined>
  /** A file that was made to be downloaded, for the host to serve under its id; undefined where there is none. */
  download: (id: string) => Download | undefined
  /** Cancels jobs at a whole item, waits for saves, and lets the library go. */
  close: () => Promise<void>
}

export const createCore = async (ports: Ports): Promise<Core> => {
  const changes = createChanges()
  const settings = await createSettings(ports, changes)
  const sessions = createSessionHolder()
  const documents = createDocumentPool(ports.workers.documents)
  const jobs = createJobService(ports, changes)
  const attachments = createAttachmentService({ sessions, settings, changes, documents })
  const workingCopies = createWorkingCopyService({ folder: join(ports.paths.config, checkedOutFolder), sessions, attachments, changes, now: ports.now, log: ports.log })
  const downloads = createDownloads(join(ports.paths.cache, 'exports'))
  const plainCopies = createDownloads(join(ports.paths.cache, 'opened'))
  const shared = { settings, sessions, changes, now: ports.now }
  const trashRows = createTrashRows()
  const search = createSearchService(sessions)
  const select = createSelect(async (request) => search.ids(request))
  const operations = createOperationService({ ...shared, jobs, trashRows, select })
  const recoveries = createRecoveryService({ folder: join(ports.paths.config, 'recovery'), sessions, changes, now: ports.now, log: ports.log })
  const records = createRecordService({ ...shared, recoveries })
  const usage = createUsageService({ ...shared, folder: join(ports.paths.config, 'usage'), log: ports.log })
  const keys = createKeyService({ ...shared, folder: join(ports.paths.config, 'keys'), downloads })
  const products = createProductService({ ...shared, records, usage, keys })
  const adoptionReader = createAdoptionReader({ ...shared, keys })
  const backups = createBackupService({ ...shared, jobs, log: ports.log })
  // A command does what it was told, and ends.
  const schedule = ports.host === 'cli' ? undefined : createSchedule(() => {
    backups.runIfDue().catch((error: unknown) => { ports.log.error('whether a backup is due was not found out', { error: String(error) }) })
  })
  const library = createLibraryService({
    ports, settings, sessions, documents, changes, beforeLeaving: async () => {
      await jobs.cancelAll()
      await plainCopies.close()
    }, afterOpening: () => schedule?.soon(),
    tidy: createTidy({ changes, log: ports.log, now: ports.now }),
  })
  const { leave, leaveAsFolder, noteLeaving } = createLeave({ ...shared, downloads })
  const leaveFigure = createLeaveFigure({ downloads, sessions })
  const opened = ports.host === 'cli' ? Promise.resolve() : library.reopen()
  const router = createRouter({
    info: { version: ports.version, host: ports.host, platform: process.platform, defaultLibraryFolder: join(ports.paths.documents, '良方') },
    adoptions: createAdoptionService({ ...shared, reader: adoptionReader, products, operations }),
    attachments,
    backups,
    changes,
    comments: createCommentService(shared),
    creations: createCreationService({ records, products, recoveries, settings }),
    customFields: createCustomFieldService(shared),
    documents: createDocumentService({ ...shared, documents, jobs, leave, leaveAsFolder, noteLeaving, select, keys, offline: ports.paths.offline }),
    filled: createFilledService({ ...shared, usage, exportCopies: createExportCopies({ documents, leave }) }),
    duplicates: createDuplicateService(shared),
    imports: createImportService({ documents, jobs, operations, records, sessions, now: ports.now, log: ports.log }),
    jobs,
    keys,
    library,
    life: createLifeService(shared),
    links: createLinkService({ jobs, operations, sessions, now: ports.now, log: ports.log, folder: join(ports.paths.cache, 'checks') }),
    meetings: createMeetingService({ ...shared, documents, records, leave }),
    operations,
    maintenance: createMaintenanceService({ ...shared, jobs, keys, log: ports.log, folder: join(ports.paths.cache, 'checks'), backups }),
    masking: createMaskingService({ ...shared, jobs }),
    packages: createPackageService({ ...shared, jobs, downloads, keys, copies: plainCopies, offline: ports.paths.offline }),
    products,
    records,
    recoveries,
    revisions: createRevisionService(shared),
    search,
    searches: createSavedSearchService(shared),
    settings,
    statistics: createStatisticsService({ reader: adoptionReader, documents, leaveFigure, sessions, settings }),
    synonyms: createSynonymService(shared),
    templates: createTemplateService(shared),
    trash: createTrashService({ jobs, operations, sessions, changes, rows: trashRows, abandon: workingCopies.abandon }),
    usage,
    views: createViewService({ sessions, changes }),
    vocabularies: createVocabularyService({ sessions, changes, operations }),
    workbench: createWorkbenchService({ ...shared, adoptions: adoptionReader, followUps: createFollowUpReader(shared) }),
    workingCopies,
  }, ports.log, opened)
  return {
    router,
    attachmentPath: async (sha256) => {
      await opened
      return attachments.find(sha256)
    },
    download: downloads.find,
    close: async () => {
      schedule?.close()
      await library.leave()
      workingCopies.close()
      changes.close()
      await documents.close()
      await downloads.close()
      await plainCopies.close()
    },
  }
}
