/** What a release will freeze, asked for once more, since it can't be taken back. */
import { Input, Modal } from 'antd'
import { CircleAlert } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { useEditionName } from '#renderer/ui/useEditionName'
import { useReturnFocus } from '#renderer/ui/useReturnFocus'
import { rowsOf } from '#shared/model/fields'
import { bodyCitations, pinnedRevisions } from '#shared/model/gates'
import type { GateCondition } from '#shared/model/product/releaseGate'
import type { RecordContent } from '#shared/model/record'
import styles from './Gate.module.css'
import { useGapText } from './useGapText'
import type { ReleaseWish } from './useRelease'

interface ReleaseDialogProps {
  content: RecordContent
  edition: number
  /** The conditions that are passed although they do not hold. */
  waived: readonly GateCondition[]
  error: unknown
  isReleasing: boolean
  wish: ReleaseWish
  onWish: (wish: ReleaseWish) => void
  onRelease: (wish: ReleaseWish) => void
  onClose: () => void
}

export const ReleaseDialog = ({ content, edition, waived, error, isReleasing, wish, onWish, onRelease, onClose }: ReleaseDialogProps) => {
  const { t } = useTranslation(['product', 'common'])
  const editionName = useEditionName()
  const id = useId()
  const gapText = useGapText(content)
  const reasonId = useId()
  const { changeLog, reason } = wish
  useReturnFocus()
  const isWaiving = waived.length > 0
  const name = editionName(edition)
  return (
    <Modal
      open title={t(isWaiving ? 'release.override.title' : 'release.button', { edition: name })} width={520} onCancel={onClose} cancelText={t('common:cancel')} mask={{ closable: false }}
      okText={t(isWaiving ? 'release.override.do' : 'release.confirm', { edition: name })} onOk={() => onRelease({ changeLog: changeLog.trim(), reason: isWaiving ? reason.trim() : '' })}
      okButtonProps={{ disabled: isWaiving && reason.trim() === '' }} confirmLoading={isReleasing}
    >
      <p className={styles.product}>{content.title}</p>
      <p className={styles.ask}>{t('release.text', { edition: name })}</p>
      <ul className={styles.frozen}>
        <li>{t('release.sections', { count: content.body.sections.length })}</li>
        <li>{t('release.citations', { count: bodyCitations(content.body).length })}</li>
        <li>{t('release.steps', { count: rowsOf(content.fields.steps).length })}</li>
        <li>{t('release.sources', { count: pinnedRevisions(content).length })}</li>
      </ul>
      {isWaiving && (
        <>
          <p>{t('release.override.text')}</p>
          <ul className={styles.waived}>
            {waived.map(({ key, missing }) => (
              <li key={key}>
                <CircleAlert size={14} aria-hidden="true" />
                {t('release.override.condition', { condition: t(`gate.condition.${key}`), missing: missing.map((gap) => gapText(gap).text).join(t('flow.separator')) })}
              </li>
            ))}
          </ul>
          <div className={styles.log}>
            <label htmlFor={reasonId}>{t('release.override.reason')}</label>
            <Input.TextArea id={reasonId} autoFocus rows={2} maxLength={2000} value={reason} placeholder={t('release.override.example')} onChange={(event) => onWish({ ...wish, reason: event.target.value })} />
          </div>
        </>
      )}
      {edition > 1 && (
        <div className={styles.log}>
          <label htmlFor={id}>{t('release.changeLog')}</label>
          <Input.TextArea id={id} rows={3} maxLength={5000} value={changeLog} placeholder={t('release.changeLogExample')} onChange={(event) => onWish({ ...wish, changeLog: event.target.value })} />
        </div>
      )}
      {error !== null && <ErrorPanel error={error} what={t('release.notDone')} />}
    </Modal>
  )
}
