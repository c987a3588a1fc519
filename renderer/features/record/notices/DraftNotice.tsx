/** Offers the text that a crash, a reload or a failed save left behind, to be looked at beside what is there now; one after another. */
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CompareDrawer } from '#renderer/features/revisions'
import { formatMoment } from '#renderer/ui/format'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { RecordContent } from '#shared/model/record'
import type { Draft } from '../autosave/drafts'
import type { OpenRecord } from '../session/useRecordSession'
import { Notice } from './Notice'
import styles from './Notice.module.css'

export const DraftNotice = ({ open: { session, view }, draft, after }: { open: OpenRecord; draft: Draft; after: number }) => {
  const { t } = useTranslation('record')
  const [compared, setCompared] = useState(false)
  const settle = useMutation({ mutationFn: (choice: 'take' | 'discard') => (choice === 'take' ? session.takeDraft() : session.discardDraft()) })
  const underWay = settle.isPending ? settle.variables : undefined
  const text = t(draft.base === view.record.revision.id ? 'draft.text' : 'draft.changedSince') + (after > 0 ? t('draft.after', { count: after }) : '')
  const { content } = view.record
  return (
    <>
      <Notice tone="information" title={t('draft.title', { time: formatMoment(draft.at) })} text={text}>
        <Button size="small" onClick={() => setCompared(true)}>{t('draft.compare')}</Button>
        <Button size="small" disabled={underWay === 'take'} loading={underWay === 'discard'} onClick={() => settle.mutate('discard')}>{t('draft.discard')}</Button>
        <Button size="small" type="primary" disabled={underWay === 'discard'} loading={underWay === 'take'} onClick={() => settle.mutate('take')}>{t('draft.recover')}</Button>
      </Notice>
      {settle.error && (
        <div className={styles.panel}>
          <ErrorPanel error={settle.error} what={t(settle.variables === 'take' ? 'draft.notRecovered' : 'draft.notDiscarded')} />
        </div>
      )}
      {compared && (
        <CompareDrawer
          title={t('draft.compareTitle', { title: content.title })} onClose={() => setCompared(false)}
          before={{ label: t('draft.saved'), content }}
          after={{ label: t('draft.unsaved'), detail: formatMoment(draft.at), content: RecordContent.parse({ ...content, ...draft.changes }) }}
        />
      )}
    </>
  )
}
