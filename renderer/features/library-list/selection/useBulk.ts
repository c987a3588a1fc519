/** What is done to the selected records, and the word about it with the way back. */
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { useExportDocument, type ExportedList } from '#renderer/features/documents'
import { useAnnounceOutcome } from '#renderer/features/operations'
import { useNavigation } from '#renderer/ui/navigation'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import type { BulkChange } from '#shared/contract/records'
import type { Listed } from '../listed'
import type { BulkMove } from './BulkMoveDialog'
import { toRecordSelection } from './selection'
import type { Selecting } from './useSelecting'

export interface Bulk {
  remove: () => void
  edit: (change: BulkChange) => void
  move: (move: BulkMove) => void
  pack: () => void
  /** As documents; with `list`, also as an Excel file of its columns. */
  exportRecords: (list: ExportedList | undefined) => void
  isPending: boolean
}

export const useBulk = ({ selection, clear }: Selecting, { name, allBut }: Listed): Bulk => {
  const { t } = useTranslation('library-list')
  const { packRecords } = useNavigation()
  const exportDocument = useExportDocument()
  const announce = useAnnounceOutcome()
  const showError = useErrorDialog()
  const records = toRecordSelection(selection, allBut)
  const remove = useMutation({
    mutationFn: () => core.records.remove({ selection: records }),
    onSuccess: (outcome) => {
      if (outcome.done > 0) clear()
      announce(outcome, t('bulk.removed', { count: outcome.done }))
    },
    onError: (error) => { showError(error, t('bulk.notRemoved')) },
  })
  const edit = useMutation({
    mutationFn: (change: BulkChange) => core.records.bulkEdit({ selection: records, change }),
    onSuccess: (outcome) => { announce(outcome, t('bulk.edited', { count: outcome.done })) },
    onError: (error) => { showError(error, t('bulk.notEdited')) },
  })
  const move = useMutation({
    mutationFn: (wanted: BulkMove) => core.records.bulkMove({ selection: records, ...wanted }),
    onSuccess: (outcome) => { announce(outcome, t('bulk.moved', { count: outcome.done })) },
    onError: (error) => { showError(error, t('bulk.notMoved')) },
  })
  const pack = useMutation({
    mutationFn: () => ('ids' in records ? Promise.resolve(records.ids) : core.records.ids({ selection: records })),
    onSuccess: packRecords,
    onError: (error) => { showError(error) },
  })
  const exportRecords = (list: ExportedList | undefined): void => { exportDocument({ kind: 'records', selection: records, title: name }, 'word', list) }
  return { exportRecords, remove: remove.mutate, edit: edit.mutate, move: move.mutate, pack: pack.mutate, isPending: remove.isPending || edit.isPending || move.isPending || pack.isPending }
}
