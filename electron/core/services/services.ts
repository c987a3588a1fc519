/** All services, as the router sees them. */
import type { AppInfo } from '#shared/contract/app'
import type { AttachmentService } from './attachments'
import type { Changes } from './changes'
import type { ImportService } from './imports'
import type { JobService } from './jobs'
import type { LibraryService } from './library'
import type { RecordService } from './records'
import type { SearchService } from './search'
import type { SettingsService } from './settings'

export interface Services {
  info: AppInfo
  attachments: AttachmentService
  changes: Changes
  imports: ImportService
  jobs: JobService
  library: LibraryService
  records: RecordService
  search: SearchService
  settings: SettingsService
}
