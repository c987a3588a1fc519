/** What the meeting comes to: pages of its handbook, slides, the one web page; and some slides of the item that is looked at. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { SlideThumb } from '#renderer/features/presenting'
import { formatBytes } from '#renderer/ui/format'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import type { MeetingFigures } from '#shared/contract/documents'
import { timeText, type AgendaItem } from '#shared/model/meeting/agenda'
import type { Deck } from '#shared/model/slides/deck'
import cards from '../cards.module.css'
import styles from './beside.module.css'

interface DocumentsCardProps { id: string; items: readonly AgendaItem[]; chosen: string | undefined; onPresent: () => void }

const shown = 2

/** Slides of an item that tell most of it: pictures, tables and charts before text. */
const tellingOf = (deck: Deck, itemId: string | undefined): number[] => {
  const own = deck.slides.flatMap((slide, index) => (itemId === undefined || slide.itemId === itemId ? [{ index, weight: slide.layout === 'chart' || slide.layout === 'table' || slide.layout === 'textTable' ? 0 : slide.layout === 'textPicture' || slide.layout === 'textWidePicture' || slide.layout === 'picture' ? 1 : 2 }] : []))
  const [first, ...rest] = own
  if (!first) return []
  return [first.index, ...rest.sort((a, b) => a.weight - b.weight || a.index - b.index).slice(0, shown - 1).map(({ index }) => index)].sort((a, b) => a - b)
}

const PlainFigures = ({ figures, slides }: { figures: MeetingFigures | undefined; slides: number | undefined }) => {
  const { t } = useTranslation('meeting')
  const [bytes, unit] = figures ? formatBytes(figures.webBytes).split(' ') : ['—', '']
  return (
    <dl className={styles.figures}>
      <div><dt>{t('documents.pages')}</dt><dd>{figures ? t('documents.about', { count: figures.pages }) : '—'}</dd></div>
      <div><dt>{t('documents.slides')}</dt><dd>{slides ?? figures?.slides ?? '—'}</dd></div>
      <div><dt>{t('documents.web')}</dt><dd>{bytes}<small>{unit}</small></dd></div>
    </dl>
  )
}

export const DocumentsCard = ({ id, items, chosen, onPresent }: DocumentsCardProps) => {
  const { t } = useTranslation('meeting')
  const figures = useQuery(api.documents.meetingFigures.queryOptions({ input: { id } }))
  const made = useQuery(api.documents.deck.queryOptions({ input: { source: { kind: 'meeting', id, part: 'handbook' } } }))
  const deck = made.data?.deck
  const own = (itemId: string): number => deck?.slides.filter((slide) => slide.itemId === itemId).length ?? 0
  const item = items.find((each) => each.id === chosen && own(each.id) > 0) ?? [...items].sort((a, b) => own(b.id) - own(a.id))[0]
  const telling = deck ? tellingOf(deck, item && own(item.id) > 0 ? item.id : undefined) : []
  const error = figures.error ?? made.error
  return (
    <section className={cards.card} aria-labelledby="documents-title">
      <header className={cards.head}><h2 id="documents-title">{t('documents.title')}</h2><span className={cards.about} /><span className={styles.live}>{t('documents.live')}</span></header>
      <PlainFigures figures={figures.data} slides={deck?.slides.length} />
      {error && <ErrorPanel error={error} what={t('documents.notReckoned')} onRetry={() => { void figures.refetch(); void made.refetch() }} />}
      {!error && !deck && <p className={styles.waiting} role="status">{t('documents.reckoning')}</p>}
      {deck && telling.length > 0 && <div className={styles.thumbs}>{telling.map((index) => <SlideThumb key={index} deck={deck} index={index} onOpen={onPresent} />)}</div>}
      {deck && item && own(item.id) > 0 && (
        <p className={styles.caption}>
          {item.begins !== null && <span>{timeText(item.begins)}</span>}<span>{item.title}</span>
          <span>{t('documents.which', { numbers: telling.map((index) => index + 1).join(t('common:listComma')), count: deck.slides.length })}</span>
        </p>
      )}
    </section>
  )
}
