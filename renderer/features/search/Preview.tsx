/** The places where the active result matches, in reading order; each opens the record there, or at the file. */
import { useQuery } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { attachmentUrl } from '#renderer/client/files'
import { api } from '#renderer/client/queries'
import { formatMoment } from '#renderer/ui/format'
import { Marked } from '#renderer/ui/marks/Marked'
import { StageTag } from '#renderer/ui/marks/StageTag'
import { Tag } from '#renderer/ui/marks/Tag'
import { TypeMark } from '#renderer/ui/marks/TypeMark'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import type { Excerpt, SearchHit } from '#shared/contract/search'
import { hitTitle } from './hits'
import styles from './Preview.module.css'
import { useExcerptPlace } from './useExcerptPlace'

interface PreviewProps { hit: SearchHit; text: string; literally: boolean; onOpen: (excerpt: Excerpt) => void }

const isSamePlace = (a: Excerpt | undefined, b: Excerpt): boolean => a?.sectionId === b.sectionId && a.sectionTitle === b.sectionTitle && a.page === b.page

const Head = ({ hit }: { hit: SearchHit }) => {
  const { t } = useTranslation('search')
  const { row, attachment, titleMarks } = hit
  return (
    <>
      {attachment
        ? <div className={styles.head}><TypeMark type="attachment" size={18} /><span className={styles.within}>{t('within', { title: row.title })}</span></div>
        : <div className={styles.head}><TypeMark type={row.type} size={18} /><span className={styles.number}>{row.number}</span><StageTag stage={row.stage} type={row.type} /></div>}
      <h2 className={styles.title}><Marked text={hitTitle(hit)} marks={titleMarks} /></h2>
      <p className={styles.meta}>{[row.team || row.unit, row.field, row.date].filter((part) => part !== '').join('　')}</p>
      {row.tags.length > 0 && <p className={styles.tags}>{row.tags.map((tag) => <Tag key={tag}>{tag}</Tag>)}</p>}
    </>
  )
}

const Foot = ({ hit: { row, attachment } }: { hit: SearchHit }) => {
  const { t } = useTranslation('search')
  if (attachment) {
    return <p className={styles.foot}><a className={styles.file} href={attachmentUrl(attachment.sha256)} download={attachment.name}><Download size={14} aria-hidden="true" />{t('download')}</a></p>
  }
  return <p className={styles.foot}>{row.attachments > 0 && <span>{t('attachments', { count: row.attachments })}　</span>}{t('updated', { time: formatMoment(row.updatedAt) })}</p>
}

export const Preview = ({ hit, text, literally, onOpen }: PreviewProps) => {
  const { t } = useTranslation(['search', 'common'])
  const placeOf = useExcerptPlace()
  const { row, attachment } = hit
  const matches = useQuery({ ...api.search.matches.queryOptions({ input: { id: row.id, attachment: attachment?.sha256 ?? null, text, literally } }), gcTime: 60_000 })
  const excerpts = matches.data?.excerpts ?? []
  const total = matches.data?.total ?? 0
  return (
    <aside className={styles.preview} aria-label={t('preview')}>
      <Head hit={hit} />
      {matches.isPending && <SkeletonRows rows={4} rowHeight={28} />}
      {matches.error && <ErrorPanel error={matches.error} what={t('previewFailed')} onRetry={() => { void matches.refetch() }} />}
      {excerpts.map((excerpt, index) => (
        <section key={index} className={styles.place}>
          {!isSamePlace(excerpts[index - 1], excerpt) && (
            <h3 className={styles.section}>
              {placeOf(excerpt) || t(excerpt.blockId === null && !attachment ? 'common:field.summary' : 'beginning')}
              <span>{index === 0 ? t('placeOf', { index: 1, count: total }) : t('place', { index: index + 1 })}</span>
            </h3>
          )}
          <button type="button" className={styles.excerpt} onClick={() => onOpen(excerpt)}><Marked text={excerpt.text} marks={excerpt.marks} /></button>
        </section>
      ))}
      {total > excerpts.length && excerpts.length > 0 && <p className={styles.more}>{t('morePlaces', { count: total - excerpts.length })}</p>}
      {matches.data && excerpts.length === 0 && <p className={styles.more}>{t(attachment ? 'nameOnly' : 'titleOnly')}</p>}
      <Foot hit={hit} />
    </aside>
  )
}
