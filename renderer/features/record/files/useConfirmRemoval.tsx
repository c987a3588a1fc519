/** Asks before a file is taken off a record, and says what shows it or is proven by it. */
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { attachmentUses } from '#shared/model/attachments'
import type { AttachmentRef, RecordContent } from '#shared/model/record'
import styles from './files.module.css'

export const useConfirmRemoval = (): ((file: AttachmentRef, content: RecordContent, onRemove: () => void) => void) => {
  const { t } = useTranslation(['record', 'common'])
  const { modal } = App.useApp()
  return (file, content, onRemove) => {
    const { pictures, results } = attachmentUses(content, file.sha256)
    modal.confirm({
      icon: null, width: 480, title: t('files.removeTitle', { name: file.name }), okText: t('files.removeButton'), okButtonProps: { danger: true, type: 'primary' }, cancelText: t('common:cancel'),
      content: (
        <div className={styles.asked}>
          {pictures > 0 && <p>{t('files.removePictures', { count: pictures })}</p>}
          {results > 0 && <p>{t('files.removeResults', { count: results })}</p>}
          <p>{t('files.removeText')}</p>
        </div>
      ),
      onOk: onRemove,
    })
  }
}
