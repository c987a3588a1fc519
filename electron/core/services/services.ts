/** All services, as the router sees them. */
import type { AppInfo } from '#shared/contract/app'
import type { AdoptionService } from './adoptions'
import type { AttachmentService } from './attachments'
import type { BackupService } from './backups'
import type { Changes } from './changes'
import type { CommentService } from './comments'
import type { CreationService } from './creations'
import type { CustomFieldService } from './customFields'
import type { DocumentService } from './documents'
import type { FilledService } from './filled'
import type { DuplicateService } from './duplicates'
import type { ImportService } from './imports'
import type { JobService } from './jobs'
import type { KeyService } from './keys'
import type { LibraryService } from './library'
import type { LifeService } from './life'
import type { LinkService } from './links'
import type { MaintenanceService } from './maintenance'
import type { MeetingService } from './meetings'
import type { OperationService } from './operations'
import type { MaskingService, PackageService } from './packages'
import type { ProductService } from './products'
import type { RecordService } from './records'
import type { RecoveryService } from './recoveries'
import type { RevisionService } from './revisions'
import type { SearchService } from './search'
import type { SavedSearchService } from './searches'
import type { SettingsService } from './settings'
import type { StatisticsService } from './statistics'
import type { SynonymService } from './synonyms'
import type { TemplateService } from './templates'
import type { TrashService } from './trash'
import type { UsageService } from './usage'
import type { ViewService } from './views'
import type { VocabularyService } from './vocabularies'
import type { WorkbenchService } from './workbench'
import type { WorkingCopyService } from './workingCopies'

export interface Services {
  info: AppInfo
  adoptions: AdoptionService
  attachments: AttachmentService
  backups: BackupService
  changes: Changes
  comments: CommentService
  creations: CreationService
  customFields: CustomFieldService
  documents: DocumentService
  filled: FilledService
  duplicates: DuplicateService
  imports: ImportService
  jobs: JobService
  keys: KeyService
  library: LibraryService
  life: LifeService
  links: LinkService
  maintenance: MaintenanceService
  masking: MaskingService
  meetings: MeetingService
  operations: OperationService
  packages: PackageService
  products: ProductService
  records: RecordService
  recoveries: RecoveryService
  revisions: RevisionService
  search: SearchService
  searches: SavedSearchService
  settings: SettingsService
  statistics: StatisticsService
  synonyms: SynonymService
  templates: TemplateService
  trash: TrashService
  usage: UsageService
  views: ViewService
  vocabularies: VocabularyService
  workbench: WorkbenchService
  workingCopies: WorkingCopyService
}
