/** Asks before words are removed: where records use them, whether they are to go from those too. */
import { Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '#renderer/ui/format'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { VocabularyKind, Word } from '#shared/contract/vocabularies'
import styles from './words.module.css'

interface RemoveDialogProps { kind: VocabularyKind; names: readonly string[]; words: readonly Word[]; onRemove: (fromRecords: boolean) => void; onClose: () => void }

export const RemoveDialog = ({ kind, names, words, onRemove, onClose }: RemoveDialogProps) => {
  const { t } = useTranslation(['settings', 'common'])
  const language = useLanguage()
  const removed = words.filter(({ name }) => names.includes(name))
  const count = removed.reduce((sum, word) => sum + word.count, 0)
  const isKnown = removed.some(({ known }) => known)
  const [fromRecords, setFromRecords] = useState(!isKnown)
  const [first] = names
  return (
    <Modal
      open width={480} title={t(names.length === 1 ? 'words.removeTitleOne' : 'words.removeTitle', { count: names.length, name: first })} onCancel={onClose} cancelText={t('common:cancel')}
      okText={t('words.removeWords', { count: names.length })} okButtonProps={{ danger: true }} onOk={() => { onRemove(fromRecords) }}
    >
      {count === 0 ? <p className={styles.hint}>{t('words.removeUnused')}</p> : (
        <Radio.Group className={styles.ways ?? ''} value={fromRecords} onChange={(event) => { setFromRecords(event.target.value === true) }} aria-label={t('words.ways')}>
          {isKnown && <Radio value={false}>{t('words.keepInRecords', { count, shown: formatCount(count, language) })}</Radio>}
          <Radio value>{t(`words.fromRecords.${kind}`, { count, shown: formatCount(count, language) })}</Radio>
        </Radio.Group>
      )}
      {kind === 'units' && <p className={styles.hint}>{t('words.removeUnits')}</p>}
    </Modal>
  )
}
