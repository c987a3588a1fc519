/** What a file says, as the search reads it: piece by piece with pages and headings, or line by line. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { AttachmentText } from '#shared/contract/attachments'
import type { AttachmentRef } from '#shared/model/record'
import { failureText } from '#shared/text/messages/failureText'
import { NoPreview } from './NoPreview'
import styles from './preview.module.css'

type Piece = Extract<AttachmentText, { outcome: 'read' }>['pieces'][number]

/** The heading is the first line of its piece. */
const PieceText = ({ piece: { text, page, heading }, isLines }: { piece: Piece; isLines: boolean }) => {
  const { t } = useTranslation('preview')
  const rest = heading !== null && text.startsWith(heading) ? text.slice(heading.length).trimStart() : text
  return (
    <section className={styles.piece}>
      {page !== null && <p className={styles.page}>{t('text.page', { page })}</p>}
      {heading !== null && <h3 className={styles.heading}>{heading}</h3>}
      {rest !== '' && <p className={styles.text} data-lines={isLines || undefined}>{rest}</p>}
    </section>
  )
}

export const TextPreview = ({ file: { sha256, name }, isLines }: { file: AttachmentRef; isLines: boolean }) => {
  const { t } = useTranslation('preview')
  const language = useLanguage()
  const { data, error, refetch } = useQuery(api.attachments.text.queryOptions({ input: { sha256, name } }))
  if (error) return <div className={styles.waiting}><ErrorPanel error={error} what={t('text.notRead')} onRetry={() => void refetch()} /></div>
  if (!data) return <div className={styles.waiting} aria-busy="true"><p role="status">{t('text.reading')}</p><SkeletonRows rows={10} rowHeight={32} /></div>
  if (data.outcome === 'noReader') return <NoPreview title={t('text.noReader')} text={t('text.noReaderText')} />
  if (data.outcome === 'failed') return <NoPreview title={t('text.notRead')} text={failureText(data.failure, language).why} />
  if (data.pieces.length === 0) return <NoPreview title={t('text.empty')} text={t('text.emptyText')} />
  return (
    <>
      {!isLines && <div className={styles.bar}><span>{t('text.only')}</span></div>}
      <div className={styles.pieces} tabIndex={0} role="region" aria-label={name} data-lines={isLines || undefined}>
        {data.pieces.map((piece, index) => <PieceText key={index} piece={piece} isLines={isLines} />)}
        {data.isCut && <p className={styles.cut} role="note">{t('text.cut')}</p>}
      </div>
    </>
  )
}
