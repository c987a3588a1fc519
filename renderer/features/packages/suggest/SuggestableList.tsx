/** Records that came from other libraries and were changed here since: by library, each can be chosen and offered back. */
import { useQuery } from '@tanstack/react-query'
import { MessageSquareReply } from 'lucide-react'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { formatMoment } from '#renderer/ui/format'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import type { Suggestable } from '#shared/contract/packages'
import { suggestRecords } from '../pack/packRequest'
import { RecordTitle } from '../RecordTitle'
import styles from './suggest.module.css'

/** As many as are listed before the rest is asked for. */
const most = 6

export const SuggestableList = () => {
  const { t } = useTranslation('packages')
  const suggestable = useQuery({ ...api.packages.suggestable.queryOptions(), staleTime: 0 })
  if (suggestable.isError) return <ErrorPanel error={suggestable.error} what={t('suggest.notRead')} onRetry={() => void suggestable.refetch()} />
  if (!suggestable.data || suggestable.data.length === 0) return null
  return (
    <section className={styles.suggest} aria-labelledby="suggest-title">
      <h2 id="suggest-title">{t('suggest.title')}</h2>
      <p className={styles.text}>{t('suggest.text')}</p>
      {suggestable.data.map((each) => <OfLibrary key={each.library.id} suggestable={each} />)}
    </section>
  )
}

const OfLibrary = ({ suggestable: { library, records } }: { suggestable: Suggestable }) => {
  const { t } = useTranslation('packages')
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [isWhole, setWhole] = useState(false)
  const chosen = records.filter(({ id }) => !left.has(id))
  const choose = (id: string, isChosen: boolean): void => {
    const next = new Set(left)
    if (isChosen) next.delete(id)
    else next.add(id)
    setLeft(next)
  }
  return (
    <section className={styles.card} aria-label={library.name}>
      <header>
        <Checkbox
          checked={chosen.length === records.length} indeterminate={chosen.length > 0 && chosen.length < records.length}
          onChange={(event) => { setLeft(new Set(event.target.checked ? [] : records.map(({ id }) => id))) }}
        ><strong>{library.name}</strong><span>{t('suggest.changed', { count: records.length, unit: library.unit })}</span></Checkbox>
        <Button icon={<MessageSquareReply size={15} />} disabled={chosen.length === 0} onClick={() => { suggestRecords(chosen.map(({ id }) => id), library) }}>{t('suggest.make')}</Button>
      </header>
      <ul>
        {(isWhole ? records : records.slice(0, most)).map((row) => (
          <li key={row.id}>
            <Checkbox checked={!left.has(row.id)} aria-label={row.title} onChange={(event) => { choose(row.id, event.target.checked) }} />
            <span className={styles.number}>{row.number}</span>
            <RecordTitle record={row} isHere />
            <time dateTime={row.updatedAt}>{t('suggest.changedAt', { time: formatMoment(row.updatedAt) })}</time>
          </li>
        ))}
      </ul>
      {!isWhole && records.length > most && <Button type="text" size="small" onClick={() => { setWhole(true) }}>{t('suggest.more', { count: records.length - most })}</Button>}
    </section>
  )
}
