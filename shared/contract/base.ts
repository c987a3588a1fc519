/** What every procedure of the contract shares: the errors that it may answer with. */
import { oc } from '@orpc/contract'
import { errorData } from './errors'

const errors = {
  not_found: { status: 404, data: errorData.not_found },
  conflict: { status: 409, data: errorData.conflict },
  already_undone: { status: 409, data: errorData.already_undone },
  merged_removed: { status: 409, data: errorData.merged_removed },
  word_exists: { status: 409, data: errorData.word_exists },
  invalid: { status: 422, data: errorData.invalid },
  no_library_open: { status: 409, data: errorData.no_library_open },
  library_not_found: { status: 404, data: errorData.library_not_found },
  not_a_library: { status: 422, data: errorData.not_a_library },
  library_exists: { status: 409, data: errorData.library_exists },
  folder_not_empty: { status: 409, data: errorData.folder_not_empty },
  library_locked: { status: 423, data: errorData.library_locked },
  library_read_only: { status: 403, data: errorData.library_read_only },
  library_copied: { status: 409, data: errorData.library_copied },
  library_not_copied: { status: 409, data: errorData.library_not_copied },
  library_newer_format: { status: 403, data: errorData.library_newer_format },
  store_corrupt: { status: 500, data: errorData.store_corrupt },
  store_write_failed: { status: 507, data: errorData.store_write_failed },
  file_unreadable: { status: 422, data: errorData.file_unreadable },
  file_not_opened: { status: 422, data: errorData.file_not_opened },
  not_yours: { status: 403, data: errorData.not_yours },
  gate_not_met: { status: 409, data: errorData.gate_not_met },
  restricted_content: { status: 403, data: errorData.restricted_content },
  package_incomplete: { status: 409, data: errorData.package_incomplete },
  not_a_package: { status: 422, data: errorData.not_a_package },
  package_newer_format: { status: 422, data: errorData.package_newer_format },
  package_damaged: { status: 422, data: errorData.package_damaged },
  backup_failed: { status: 507, data: errorData.backup_failed },
  not_a_backup: { status: 422, data: errorData.not_a_backup },
  backup_newer_format: { status: 422, data: errorData.backup_newer_format },
  backup_damaged: { status: 422, data: errorData.backup_damaged },
  unsupported_on_host: { status: 501, data: errorData.unsupported_on_host },
  search_unavailable: { status: 503, data: errorData.search_unavailable },
  bug: { status: 500, data: errorData.bug },
}

export const procedure = oc.errors(errors)
