/** Someone else saved the record meanwhile: says who and when, and offers both ways on. Neither loses a word. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { CompareDrawer } from '#renderer/features/revisions'
import { formatMoment } from '#renderer/ui/format'
import { useNavigation } from '#renderer/ui/navigation'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { conflictOf } from '../session/recordSession'
import type { OpenRecord } from '../session/useRecordSession'
import { Notice } from './Notice'
import styles from './Notice.module.css'

export const ConflictNotice = ({ open: { session, view }, error }: { open: OpenRecord; error: unknown }) => {
  const { t } = useTranslation('record')
  const { notification } = App.useApp()
  const { openRecord } = useNavigation()
  const copyTitle = t('conflict.copyTitle', { title: view.record.content.title })
  const overwrite = useMutation({ mutationFn: session.overwrite })
  const [compared, setCompared] = useState(false)
  const there = useQuery(api.records.get.queryOptions({ input: { id: view.record.id } })).data
  const takeTheirs = useMutation({
    mutationFn: () => session.takeTheirs(copyTitle),
    onSuccess: (id) => notification.success({
      title: t('conflict.kept'), description: copyTitle,
      actions: <Button size="small" onClick={() => { notification.destroy(); openRecord(id) }}>{t('conflict.openCopy')}</Button>,
    }),
  })
  const failed = overwrite.error ?? takeTheirs.error
  const isBusy = overwrite.isPending || takeTheirs.isPending
  const theirs = conflictOf(error)
  const who = theirs?.by ? theirs.by : t('conflict.someone')
  return (
    <>
      <Notice tone="error" title={t('conflict.title', { who, time: theirs ? formatMoment(theirs.at) : '' })} text={t('conflict.text')}>
        {there && <Button size="small" onClick={() => setCompared(true)}>{t('draft.compare')}</Button>}
        <Button size="small" disabled={isBusy} onClick={() => takeTheirs.mutate()}>{t('conflict.takeTheirs')}</Button>
        <Button size="small" disabled={isBusy} onClick={() => overwrite.mutate()}>{t('conflict.overwrite')}</Button>
      </Notice>
      {compared && there && (
        <CompareDrawer
          title={t('draft.compareTitle', { title: view.record.content.title })} onClose={() => setCompared(false)}
          before={{ label: t('conflict.theirs'), detail: theirs ? formatMoment(theirs.at) : '', content: there.content }} after={{ label: t('conflict.mine'), content: view.record.content }}
        />
      )}
      {failed && <div className={styles.panel}><ErrorPanel error={failed} what={t('conflict.notDone')} /></div>}
    </>
  )
}
