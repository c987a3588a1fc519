/** Asks for the one thing that all selected records shall get: tags, a field, a confidentiality. */
import { useQueries, type UseQueryResult } from '@tanstack/react-query'
import { Input, Modal, Segmented } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { formatCount } from '#renderer/ui/format'
import { useLanguage } from '#renderer/ui/useLanguage'
import { WordsSelect } from '#renderer/ui/WordsSelect'
import type { BulkChange, FacetCounts } from '#shared/contract/records'
import { Confidentiality } from '#shared/model/record'
import { listedTypes, type ListedType } from '#shared/model/recordTypes'
import styles from './Selection.module.css'
import { Words } from './Words'

export type BulkField = 'addTags' | 'removeTags' | 'field' | 'confidentiality'

/** `type` is null where the records may be of any. */
interface BulkDialogProps { field: BulkField; count: number; type: ListedType | null; onApply: (change: BulkChange) => void; onClose: () => void }

const separators = [',', '，', '、', ';', '；']

const together = (results: UseQueryResult<FacetCounts>[]): FacetCounts[] => results.flatMap(({ data }) => (data ? [data] : []))

/** The words of the library's records, the commonest first. */
const useWords = (type: ListedType | null, facet: 'tag' | 'field'): string[] => {
  const types = type ? [type] : listedTypes
  const facets = useQueries({ queries: types.map((each) => api.records.facets.queryOptions({ input: { filter: { type: each } } })), combine: together })
  const counts = new Map<string, number>()
  for (const { value, count } of facets.flatMap((each) => each[facet] ?? [])) if (value !== '') counts.set(value, (counts.get(value) ?? 0) + count)
  return [...counts].sort(([, a], [, b]) => b - a).map(([value]) => value)
}

export const BulkDialog = ({ field, count, type, onApply, onClose }: BulkDialogProps) => {
  const { t } = useTranslation(['library-list', 'common'])
  const language = useLanguage()
  const id = useId()
  const [tags, setTags] = useState<string[]>([])
  const [word, setWord] = useState('')
  const [confidentiality, setConfidentiality] = useState<Confidentiality>('internal')
  const words = useWords(type, field === 'field' ? 'field' : 'tag')
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
