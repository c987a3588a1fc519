/** What a job made whose dialog was closed meanwhile: nobody was handed it yet. */
import { Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { useReturnFocus } from '#renderer/ui/useReturnFocus'
import styles from '../documents.module.css'
import { MadeReport, useMade } from './MadeReport'

export const MadeDialog = ({ jobId, onClose }: { jobId: string; onClose: () => void }) => {
  const { t } = useTranslation(['documents', 'common'])
  useReturnFocus()
  const of = useMade(jobId)
  return (
    <Modal open onCancel={onClose} title={t('report.title')} footer={<Button onClick={onClose}>{t('common:close')}</Button>}>
      <div className={styles.madeDialog}><MadeReport of={of} download={t('report.download')} /></div>
    </Modal>
  )
}
