/** While a title is typed: records that bear the same or nearly the same. It takes no focus, and waits until nobody types. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { TypeMark } from '#renderer/ui/marks/TypeMark'
import { useNavigation } from '#renderer/ui/navigation'
import { usePaused } from '#renderer/ui/usePaused'
import { titleLimit } from '#shared/model/record'
import styles from './duplicates.module.css'

const pauseMs = 300
const leastTyped = 2

export const TitleHint = ({ id, typed }: { id: string; typed: string }) => {
  const { t } = useTranslation('duplicates')
  const { openRecord } = useNavigation()
  const title = usePaused(typed.trim(), pauseMs)
  const isAsked = title.length >= leastTyped && title.length <= titleLimit
  const { data } = useQuery({ ...api.search.titles.queryOptions({ input: { title, except: id } }), enabled: isAsked, placeholderData: keepPreviousData, gcTime: 60_000 })
  const found = isAsked ? data ?? [] : []
  return (
    <div className={styles.hint} role="status">
      {found.length > 0 && <span>{t(found[0]?.same === true ? 'hint.same' : 'hint.near')}</span>}
      {found.map(({ row }) => (
        <button key={row.id} type="button" className={styles.open} dir="auto" title={row.title} onClick={() => { openRecord(row.id) }}>
          <TypeMark type={row.type} size={16} /><bdi>{row.title}</bdi><span className={styles.where}>{row.number}</span>
        </button>
      ))}
    </div>
  )
}
