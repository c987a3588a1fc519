/** Finds the record that a link shall lead to. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { usePaused } from '#renderer/ui/usePaused'
import { RecordType } from '#shared/model/recordTypes'
import own from './links.module.css'

const pauseMs = 120

export const RecordPicker = ({ except, onPick }: { except: string; onPick: (id: string) => void }) => {
  const { t } = useTranslation('library-health')
  const [typed, setTyped] = useState('')
  const text = usePaused(typed.trim(), pauseMs)
  const found = useQuery({
    ...api.search.query.queryOptions({ input: { text, filters: { type: [...RecordType.options] }, limit: 20 } }), enabled: text !== '', placeholderData: keepPreviousData, gcTime: 60_000,
  })
  const rows = text === '' ? [] : found.data?.groups.flatMap(({ hits }) => hits.map(({ row }) => row)).filter(({ id }) => id !== except) ?? []
  return (
    <Select<string | null>
      size="small" autoFocus className={own.picker ?? ''} aria-label={t('links.find')} placeholder={t('links.find')} value={null}
      showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }} notFoundContent={t(text === '' ? 'links.typeToFind' : 'links.notFound')}
      options={rows.map(({ id, title, number }) => ({ value: id, label: `${title}　${number}` }))} onChange={(id) => { if (id !== null) onPick(id) }}
    />
  )
}
