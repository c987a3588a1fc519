/** The report of an import as the contract gives it, and what its parts are called. */
import { CircleAlert, CircleCheck, CopyCheck, type LucideIcon } from 'lucide-react'
import type { CoreClient } from '#shared/contract/contract'
import type { ImportEntry } from '#shared/contract/imports'

export type ImportReport = Awaited<ReturnType<CoreClient['imports']['report']>>

export const outcomeIcons: Readonly<Record<ImportEntry['outcome'], LucideIcon>> = { imported: CircleCheck, skipped: CopyCheck, failed: CircleAlert }

/** The path as the user knows it: what a browser handed over lies in a passing folder of the host, which says nothing. */
export const shownPath = (path: string): string => path.replace(/^.*[\\/]uploads[\\/][0-9a-f-]{36}[\\/]/, '')

/** A path's last part and the folder before it. */
export const splitPath = (whole: string): { folder: string, name: string } => {
  const path = shownPath(whole)
  const cut = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'))
  return { folder: path.slice(0, Math.max(cut, 0)), name: path.slice(cut + 1) }
}
