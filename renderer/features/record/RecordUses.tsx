/** How a record is used on this machine, and what it is worth to whoever works here: neither leaves the machine. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Rate } from 'antd'
import { BarChart3, Star } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { api, queryClient } from '#renderer/client/queries'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import styles from './side/SidePanel.module.css'

const useUses = (id: string) => useQuery(api.usage.of.queryOptions({ input: { id } })).data

const useMark = (id: string) => {
  const { t } = useTranslation('record')
  const showError = useErrorDialog()
  return useMutation({
    mutationFn: (mark: { isFavourite?: boolean; rating?: number | null }) => core.usage.mark({ id, ...mark }),
    onSuccess: (uses) => { queryClient.setQueryData(api.usage.of.queryKey({ input: { id } }), uses) },
    onError: (error) => { showError(error, t('uses.notMarked')) },
  })
}

/** Counts one opening of a record each time that its page is shown. */
export const useCountedOpening = (id: string): void => {
  useEffect(() => { void core.usage.note({ id, kind: 'opened' }) }, [id])
}

export const FavouriteButton = ({ id }: { id: string }) => {
  const { t } = useTranslation('record')
  const uses = useUses(id)
  const mark = useMark(id)
  const isFavourite = uses?.isFavourite === true
  const label = t(isFavourite ? 'uses.unmark' : 'uses.mark')
  return (
    <Button
      size="small" type="text" aria-pressed={isFavourite} aria-label={label} title={label} disabled={!uses}
      icon={<Star size={15} fill={isFavourite ? 'var(--lf-ochre)' : 'none'} color={isFavourite ? 'var(--lf-ochre)' : 'currentColor'} />} onClick={() => mark.mutate({ isFavourite: !isFavourite })}
    />
  )
}

export const RecordUses = ({ id }: { id: string }) => {
  const { t } = useTranslation('record')
  const uses = useUses(id)
  const mark = useMark(id)
  if (!uses) return null
  return (
    <section className={styles.part} aria-labelledby="record-uses">
      <h2 id="record-uses" className={styles.heading}><BarChart3 size={15} aria-hidden="true" />{t('uses.title')}<span className={styles.headingMore}>{t('uses.here')}</span></h2>
      <p className={styles.uses}>
        <span>{t('uses.opened', { count: uses.opened })}</span><span>{t('uses.cited', { count: uses.cited })}</span><span>{t('uses.exported', { count: uses.exported })}</span>{uses.filledIn > 0 && <span>{t('uses.filledIn', { count: uses.filledIn })}</span>}
      </p>
      <div className={styles.uses}>
        <span id="record-rating">{t('uses.rating')}</span>
        <Rate
          aria-labelledby="record-rating" size="small" value={uses.rating ?? 0} onChange={(stars) => mark.mutate({ rating: stars === 0 ? null : stars })}
          character={({ index = 0 }) => <><Star size={16} fill="currentColor" strokeWidth={0} aria-hidden="true" /><span className={styles.starName}>{t('uses.stars', { count: index + 1 })}</span></>}
        />
      </div>
    </section>
  )
}
