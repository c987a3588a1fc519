/** Asks for the one thing that all selected records shall get: tags, a field, a confidentiality. */
import { useQuery } from '@tanstack/react-query'
import { AutoComplete, Modal, Segmented, Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { formatCount } from '#renderer/ui/format'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { BulkChange, RecordFilter } from '#shared/contract/records'
import { Confidentiality } from '#shared/model/record'
import styles from './Selection.module.css'

export type BulkField = 'addTags' | 'removeTags' | 'field' | 'confidentiality'

interface BulkDialogProps { field: BulkField; count: number; filter: RecordFilter; onApply: (change: BulkChange) => void; onClose: () => void }

const separators = [',', '，', '、', ';', '；']

export const BulkDialog = ({ field, count, filter, onApply, onClose }: BulkDialogProps) => {
  const { t } = useTranslation(['library-list', 'common'])
  const language = useLanguage()
  const id = useId()
  const [tags, setTags] = useState<string[]>([])
  const [word, setWord] = useState('')
  const [confidentiality, setConfidentiality] = useState<Confidentiality>('internal')
  const facets = useQuery(api.records.facets.queryOptions({ input: { filter: { type: filter.type } } })).data
  const wordsOf = (facet: 'tag' | 'field') => facets?.[facet]?.flatMap(({ value }) => (value === '' ? [] : [{ value }])) ?? []
  const change: BulkChange = field === 'field' ? { field: word.trim() } : field === 'confidentiality' ? { confidentiality } : { [field]: tags }
  const needsTags = field === 'addTags' || field === 'removeTags'
  return (
    <Modal
      open width={440} title={t(`bulk.${field}`)} onCancel={onClose} cancelText={t('common:cancel')} okText={t(`bulk.apply.${field}`, { count, shown: formatCount(count, language) })}
      okButtonProps={{ disabled: needsTags && tags.length === 0 }} onOk={() => { onApply(change); onClose() }}
    >
      <div className={styles.field}>
        <span id={id} className={styles.label}>{t(`bulk.label.${field}`)}</span>
        {needsTags && <Select autoFocus mode={field === 'addTags' ? 'tags' : 'multiple'} aria-labelledby={id} value={tags} options={wordsOf('tag')} tokenSeparators={separators} onChange={setTags} />}
        {field === 'field' && <AutoComplete autoFocus aria-labelledby={id} value={word} options={wordsOf('field')} onChange={(next: string | undefined) => { setWord(next ?? '') }} />}
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
