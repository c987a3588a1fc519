/** Finds the record that a link shall lead to. */
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFoundRecords } from '#renderer/features/find-record'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import own from './links.module.css'

export const RecordPicker = ({ except, onPick }: { except: string; onPick: (id: string) => void }) => {
  const { t } = useTranslation(['library-health', 'common', 'search'])
  const [typed, setTyped] = useState('')
  const { rows, isEmpty, isSearching, error, retry } = useFoundRecords(typed, except)
  return (
    <>
      <Select<string | null>
        size="small" autoFocus className={own.picker ?? ''} aria-label={t('links.find')} placeholder={t('links.find')} value={null}
        showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }} notFoundContent={isEmpty ? t('links.typeToFind') : isSearching ? t('common:loading') : error ? null : t('links.notFound')}
        options={rows.map(({ id, title, number }) => ({ value: id, label: `${title}　${number}` }))} onChange={(id) => { if (id !== null) onPick(id) }}
      />
      {error && <ErrorPanel error={error} what={t('search:failed')} onRetry={retry} />}
    </>
  )
}
