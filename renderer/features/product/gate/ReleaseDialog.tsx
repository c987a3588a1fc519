/** What a release will freeze, asked for once more, since it can't be taken back. */
import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { useEditionName } from '#renderer/ui/useEditionName'
import { bodyCitations, pinnedRevisions } from '#shared/model/gates'
import type { RecordContent } from '#shared/model/record'
import styles from './Gate.module.css'

interface ReleaseDialogProps {
  content: RecordContent
  edition: number
  error: unknown
  isReleasing: boolean
  onRelease: (changeLog: string) => void
  onClose: () => void
}

export const ReleaseDialog = ({ content, edition, error, isReleasing, onRelease, onClose }: ReleaseDialogProps) => {
  const { t } = useTranslation(['product', 'common'])
  const editionName = useEditionName()
  const id = useId()
  const [changeLog, setChangeLog] = useState('')
  const name = editionName(edition)
  return (
    <Modal
      open title={t('release.title', { title: content.title, edition: name })} width={520} onCancel={onClose} cancelText={t('common:cancel')} mask={{ closable: false }}
      okText={t('release.confirm', { edition: name })} onOk={() => onRelease(changeLog.trim())} confirmLoading={isReleasing}
    >
      <p className={styles.ask}>{t('release.text', { edition: name })}</p>
      <ul className={styles.frozen}>
        <li>{t('release.sections', { count: content.body.sections.length })}</li>
        <li>{t('release.citations', { count: bodyCitations(content.body).length })}</li>
        <li>{t('release.sources', { count: pinnedRevisions(content).length })}</li>
      </ul>
      {edition > 1 && (
        <div className={styles.log}>
          <label htmlFor={id}>{t('release.changeLog')}</label>
          <Input.TextArea id={id} rows={3} maxLength={5000} value={changeLog} placeholder={t('release.changeLogExample')} onChange={(event) => setChangeLog(event.target.value)} />
        </div>
      )}
      {error !== null && <ErrorPanel error={error} what={t('release.notDone')} />}
    </Modal>
  )
}
