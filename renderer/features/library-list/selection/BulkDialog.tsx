/** Asks for the one thing that all selected records shall get: tags, a field, a confidentiality. */
import { useQuery } from '@tanstack/react-query'
import { Input, Modal, Segmented, Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { formatCount } from '#renderer/ui/format'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { BulkChange, RecordFilter } from '#shared/contract/records'
import { Confidentiality } from '#shared/model/record'
import styles from './Selection.module.css'
import { Words } from './Words'

export type BulkField = 'addTags' | 'removeTags' | 'field' | 'confidentiality'

interface BulkDialogProps { field: BulkField; count: number; filter: RecordFilter; onApply: (change: BulkChange) => void; onClose: () => void }

const separators = [',', '，', '、', ';', '；']

/** The words of the library's records, the commonest first. */
const useWords = ({ type }: RecordFilter, facet: 'tag' | 'field'): string[] => {
  const counts = useQuery(api.records.facets.queryOptions({ input: { filter: { type } } })).data?.[facet] ?? []
  return counts.toSorted((a, b) => b.count - a.count).flatMap(({ value }) => (value === '' ? [] : [value]))
}

export const BulkDialog = ({ field, count, filter, onApply, onClose }: BulkDialogProps) => {
  const { t } = useTranslation(['library-list', 'common'])
  const language = useLanguage()
  const id = useId()
  const [tags, setTags] = useState<string[]>([])
  const [word, setWord] = useState('')
  const [confidentiality, setConfidentiality] = useState<Confidentiality>('internal')
  const words = useWords(filter, field === 'field' ? 'field' : 'tag')
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
          <Select autoFocus mode="tags" open={false} suffix={null} aria-labelledby={id} value={tags} tokenSeparators={separators} onChange={setTags} />
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
