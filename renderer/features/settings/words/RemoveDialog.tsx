/** Asks before words are removed: where records use them, whether they are to go from those too. */
import { useQuery } from '@tanstack/react-query'
import { Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
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
  const elsewhere = useQuery(api.vocabularies.elsewhere.queryOptions({ input: { kind, names: [...names] } })).data
  const places = elsewhere ? (['templates', 'searches', 'views'] as const).filter((place) => elsewhere[place] > 0).map((place) => t(`words.elsewhere.${place}`, { count: elsewhere[place] })) : []
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
      {places.length > 0 && <p className={styles.hint} role="status">{t('words.elsewhere.text', { places: places.join(t('words.elsewhere.and')) })}</p>}
      {kind === 'units' && <p className={styles.hint}>{t('words.removeUnits')}</p>}
    </Modal>
  )
}
