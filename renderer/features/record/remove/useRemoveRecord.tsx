/**
 * Deletes the record that is open: what is unsaved is saved first, so that what lies in the trash is what was on the page. Where others
 * refer to it, it is asked about; then its list is shown, with the way back.
 */
import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { useAnnounceOutcome } from '#renderer/features/operations'
import { TypeMark } from '#renderer/ui/marks/TypeMark'
import { useNavigation } from '#renderer/ui/navigation'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import type { RecordRow } from '#shared/contract/records'
import { ListedType } from '#shared/model/recordTypes'
import { saveFirst } from '../export/saveFirst'
import type { RecordSession } from '../session/recordSession'
import styles from './remove.module.css'

const named = 8

export const useRemoveRecord = (session: RecordSession): UseMutationResult<void, Error, void> => {
  const { t } = useTranslation(['record', 'common'])
  const { modal } = App.useApp()
  const { openLibrary } = useNavigation()
  const announce = useAnnounceOutcome()
  const showError = useErrorDialog()

  const confirmed = (title: string, referring: readonly RecordRow[]): Promise<boolean> => new Promise((resolve) => {
    modal.confirm({
      icon: null, width: 520, title: t('remove.title', { title }), okText: t('remove.button'), okButtonProps: { danger: true, type: 'primary' }, cancelText: t('common:cancel'),
      content: (
        <div className={styles.asked}>
          <p>{t('remove.referring', { count: referring.length })}</p>
          <ul>{referring.slice(0, named).map(({ id, type, title: name }) => <li key={id}><TypeMark type={type} size={16} />{name}</li>)}</ul>
          {referring.length > named && <p>{t('remove.more', { count: referring.length - named })}</p>}
          <p>{t('remove.stays')}</p>
        </div>
      ),
      onOk: () => { resolve(true) }, onCancel: () => { resolve(false) },
    })
  })

  return useMutation({
    mutationFn: async () => {
      await saveFirst(session)
      const { id, content: { title, type } } = session.view().record
      const referring = [...new Map((await core.records.backlinks({ id })).map(({ row }) => [row.id, row])).values()]
      if (referring.length > 0 && !(await confirmed(title, referring))) return
      const outcome = await core.records.remove({ selection: { ids: [id] } })
      // What its fields refuse went with it.
      for (const field of session.saving().refused) session.refuse(field, undefined)
      openLibrary(ListedType.catch('case').parse(type))
      announce(outcome, t('remove.done', { title }))
    },
    onError: (error) => { showError(error, t('remove.notDone')) },
  })
}
