/** Offers the text that a crash or a reload left behind. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatMoment } from '#renderer/ui/format'
import type { Draft } from '../autosave/drafts'
import type { OpenRecord } from '../session/useRecordSession'
import { Notice } from './Notice'

export const DraftNotice = ({ open: { session, view }, draft }: { open: OpenRecord; draft: Draft }) => {
  const { t } = useTranslation('record')
  const text = t(draft.base === view.record.revision.id ? 'draft.text' : 'draft.changedSince')
  return (
    <Notice tone="information" title={t('draft.title', { time: formatMoment(draft.at) })} text={text}>
      <Button size="small" onClick={session.discardDraft}>{t('draft.discard')}</Button>
      <Button size="small" type="primary" onClick={session.takeDraft}>{t('draft.recover')}</Button>
    </Notice>
  )
}
