/** What changed from edition to edition, all in one list. */
import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatDay } from '#renderer/ui/format'
import { useEditionName } from '#renderer/ui/useEditionName'
import { useReturnFocus } from '#renderer/ui/useReturnFocus'
import type { EditionSummary } from '#shared/contract/products'
import { EditionStatusTag } from './EditionMarks'
import styles from './Editions.module.css'

export const ChangeLog = ({ editions, onClose }: { editions: readonly EditionSummary[]; onClose: () => void }) => {
  const { t } = useTranslation(['product', 'common'])
  const editionName = useEditionName()
  useReturnFocus()
  return (
    <Modal open width={720} title={t('editions.log')} footer={null} onCancel={onClose}>
      <table className={styles.log}>
        <thead><tr>{(['edition', 'day', 'by', 'change'] as const).map((key) => <th key={key} scope="col">{t(`editions.logColumn.${key}`)}</th>)}</tr></thead>
        <tbody>
          {editions.map((edition) => (
            <tr key={edition.seal}>
              <th scope="row">{editionName(edition.number)} <EditionStatusTag edition={edition} /></th>
              <td>{formatDay(edition.releasedAt)}</td>
              <td>{[edition.by, edition.unit].filter((part) => part !== '').join('　')}</td>
              <td>{edition.changeLog || (edition.number === 1 ? t('editions.firstEdition') : t('common:notGiven'))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  )
}
