/** What a document will look like: its pages, its slides, or in words where neither says it. */
import { useTranslation } from 'react-i18next'
import { SlideThumb } from '#renderer/features/presenting'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import type { DocumentPreview, DocumentSource } from '#shared/contract/documents'
import type { Deck } from '#shared/model/slides/deck'
import styles from '../documents.module.css'
import type { ExportedList, ExportForm } from '../exportRequest'
import { PagesView } from './PagesView'
import { Told } from './Told'
import type { Pages } from './usePages'

interface PreviewPaneProps { form: ExportForm; source: DocumentSource; list: ExportedList | null; preview: DocumentPreview | undefined; pages: Pages; deck: Deck | undefined; error: unknown; onRetry: () => void }

export const PreviewPane = ({ form, source, list, preview, pages, deck, error, onRetry }: PreviewPaneProps) => {
  const { t } = useTranslation('documents')
  if (error) return <div className={styles.inset}><ErrorPanel error={error} what={t('notShown')} onRetry={onRetry} /></div>
  if (form === 'web' || form === 'excel' || form === 'markdown') return <Told form={form} source={source} list={list} />
  if (form === 'slides') {
    if (!deck) return <div className={styles.inset}><SkeletonRows rows={10} rowHeight={40} /></div>
    return <div className={styles.slides} role="region" aria-label={t('preview')} tabIndex={0}>{deck.slides.map((slide, index) => <SlideThumb key={slide.id} deck={deck} index={index} />)}</div>
  }
  return (
    <>
      {!pages.isCurrent && <p className={styles.laying} role="status">{pages.soFar > 0 ? t('layingOut', { count: pages.soFar }) : t('reading')}</p>}
      {pages.laidOut && preview ? <PagesView laidOut={pages.laidOut} page={preview.page} label={t('preview')} /> : <div className={styles.inset}><SkeletonRows rows={12} rowHeight={40} /></div>}
    </>
  )
}
