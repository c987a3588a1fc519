/** Asks for the one thing that all selected records shall get: tags, a field, a confidentiality. */
import { Input, Modal, Segmented } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '#renderer/ui/format'
import { useLanguage } from '#renderer/ui/useLanguage'
import { WordsSelect } from '#renderer/ui/WordsSelect'
import type { BulkChange } from '#shared/contract/records'
import { Confidentiality } from '#shared/model/record'
import type { ListedType } from '#shared/model/recordTypes'
import styles from './Selection.module.css'
import { useKnownWords } from './useKnownWords'
import { Words } from './Words'

export type BulkField = 'addTags' | 'removeTags' | 'field' | 'confidentiality'

/** `type` is null where the records may be of any. */
interface BulkDialogProps { field: BulkField; count: number; type: ListedType | null; onApply: (change: BulkChange) => void; onClose: () => void }

const separators = [',', '，', '、', ';', '；']

export const BulkDialog = ({ field, count, type, onApply, onClose }: BulkDialogProps) => {
  const { t } = useTranslation(['library-list', 'common'])
  const language = useLanguage()
  const id = useId()
  const [tags, setTags] = useState<string[]>([])
  const [word, setWord] = useState('')
  const [confidentiality, setConfidentiality] = useState<Confidentiality>('internal')
  const words = useKnownWords(type, field === 'field' ? 'field' : 'tag')
  const needsTags = field === 'addTags' || field === 'removeTags'
  const change: BulkChange = needsTags ? { [field]: tags } : field === 'field' ? { field: word.trim() } : { confidentiality }
  const toggle = (tag: string): void => { setTags(tags.includes(tag) ? tags.filter((each) => each !== tag) : [...tags, tag]) }
  return (
    <Modal
      open width={440} title={t(`bulk.${field}`)} onCancel={onClose} cancelText={t('common:cancel')} okText={t(`bulk.apply.${field}`, { count, shown: formatCount(count, language) })}
      okButtonProps={{ disabled: needsTags && tags.length === 0 }} onOk={() => { onApply(change); onClose() }}
    >
      <div className={styles.field}>
        <span id={id} className={styles.label}>{t(`bulk.label.${field}`)}</span>
        {needsTags && <>
          <WordsSelect autoFocus open={false} suffix={null} aria-labelledby={id} value={tags} tokenSeparators={separators} onChange={setTags} />
          <Words label={t('bulk.known')} words={words} chosen={tags} onToggle={toggle} />
        </>}
        {field === 'field' && <>
          <Input autoFocus aria-labelledby={id} value={word} onChange={(event) => { setWord(event.target.value) }} />
          <Words label={t('bulk.known')} words={words} chosen={[word]} onToggle={setWord} />
        </>}
        {field === 'confidentiality' && (
          <Segmented
            block aria-labelledby={id} value={confidentiality} onChange={setConfidentiality}
            options={Confidentiality.options.map((value) => ({ value, label: t(`common:confidentiality.${value}`) }))}
          />
        )}
      </div>
    </Modal>
  )
}
