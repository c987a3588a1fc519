/** The places where the active result matches, in reading order; each opens the record there. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { formatMoment } from '#renderer/ui/format'
import { Marked } from '#renderer/ui/marks/Marked'
import { StageTag } from '#renderer/ui/marks/StageTag'
import { TypeMark } from '#renderer/ui/marks/TypeMark'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import type { Excerpt, SearchHit } from '#shared/contract/search'
import styles from './Preview.module.css'

interface PreviewProps { hit: SearchHit; text: string; onOpen: (excerpt: Excerpt) => void }

const isSameSection = (a: Excerpt | undefined, b: Excerpt): boolean => a?.sectionId === b.sectionId && a.sectionTitle === b.sectionTitle

export const Preview = ({ hit: { row, titleMarks }, text, onOpen }: PreviewProps) => {
  const { t } = useTranslation(['search', 'common'])
  const matches = useQuery({ ...api.search.matches.queryOptions({ input: { id: row.id, text } }), gcTime: 60_000 })
  const excerpts = matches.data?.excerpts ?? []
  const total = matches.data?.total ?? 0
  return (
    <aside className={styles.preview} aria-label={t('preview')}>
      <div className={styles.head}><TypeMark type={row.type} size={18} /><span className={styles.number}>{row.number}</span><StageTag stage={row.stage} /></div>
      <h2 className={styles.title}><Marked text={row.title} marks={titleMarks} /></h2>
      <p className={styles.meta}>{[row.team || row.unit, row.field, row.date].filter((part) => part !== '').join('　')}</p>
      {matches.isPending && <SkeletonRows rows={4} rowHeight={28} />}
      {matches.error && <ErrorPanel error={matches.error} what={t('previewFailed')} onRetry={() => { void matches.refetch() }} />}
      {excerpts.map((excerpt, index) => (
        <section key={index} className={styles.place}>
          {!isSameSection(excerpts[index - 1], excerpt) && (
            <h3 className={styles.section}>
              {excerpt.sectionTitle || t(excerpt.blockId === null ? 'common:field.summary' : 'beginning')}
              <span>{index === 0 ? t('placeOf', { index: 1, count: total }) : t('place', { index: index + 1 })}</span>
            </h3>
          )}
          <button type="button" className={styles.excerpt} onClick={() => onOpen(excerpt)}><Marked text={excerpt.text} marks={excerpt.marks} /></button>
        </section>
      ))}
      {total > excerpts.length && excerpts.length > 0 && <p className={styles.more}>{t('morePlaces', { count: total - excerpts.length })}</p>}
      {matches.data && excerpts.length === 0 && <p className={styles.more}>{t('titleOnly')}</p>}
      <p className={styles.foot}>{row.attachments > 0 && <span>{t('attachments', { count: row.attachments })}　</span>}{t('updated', { time: formatMoment(row.updatedAt) })}</p>
    </aside>
  )
}
