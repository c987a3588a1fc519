/** The editions of a product, latest first: how each stands; each opens as it was sealed, any two beside one another. */
import { Button } from 'antd'
import { ChevronRight, Columns2, ScrollText } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDay } from '#renderer/ui/format'
import { useEditionName } from '#renderer/ui/useEditionName'
import type { EditionSummary } from '#shared/contract/products'
import type { RecordContent } from '#shared/model/record'
import { ChangeLog } from './ChangeLog'
import { EditionCompare } from './EditionCompare'
import { EditionDrawer } from './EditionDrawer'
import { EditionNotes, EditionStatusTag } from './EditionMarks'
import styles from './Editions.module.css'

interface EditionListProps { editions: readonly EditionSummary[]; draft: RecordContent }

const twinsOf = (editions: readonly EditionSummary[], { number, seal }: EditionSummary): EditionSummary[] => editions.filter((other) => other.number === number && other.seal !== seal)

export const EditionList = ({ editions, draft }: EditionListProps) => {
  const { t } = useTranslation('product')
  const editionName = useEditionName()
  const [opened, setOpened] = useState<EditionSummary>()
  const [shown, setShown] = useState<'compare' | 'log'>()
  const [latest] = editions
  return (
    <section className={styles.editions} aria-label={t('editions.title')}>
      <header className={styles.listHead}>
        <h2>{t('editions.title')}</h2>
        <Button size="small" type="text" icon={<ScrollText size={14} />} onClick={() => setShown('log')}>{t('editions.log')}</Button>
        <Button size="small" type="text" icon={<Columns2 size={14} />} onClick={() => setShown('compare')}>{t('editions.compare')}</Button>
      </header>
      <ul>
        {editions.map((edition) => (
          <li key={edition.seal}>
            <button type="button" className={styles.row} onClick={() => setOpened(edition)}>
              <span className={styles.first}>
                <span className={styles.name}><strong>{editionName(edition.number)}</strong><EditionStatusTag edition={edition} /></span>
                <span>{formatDay(edition.releasedAt)}<ChevronRight size={13} aria-hidden="true" /></span>
              </span>
              <span className={styles.second}>{[edition.by, t('editions.sources', { count: edition.sources })].filter((part) => part !== '').join('　')}</span>
              {edition.changeLog && <span className={styles.second}>{edition.changeLog}</span>}
              <EditionNotes edition={edition} twins={twinsOf(editions, edition)} />
            </button>
          </li>
        ))}
      </ul>
      {opened && <EditionDrawer key={opened.seal} summary={opened} twins={twinsOf(editions, opened)} current={editions.find(({ status }) => status === 'current')} onOpen={setOpened} onClose={() => setOpened(undefined)} />}
      {shown === 'log' && <ChangeLog editions={editions} onClose={() => setShown(undefined)} />}
      {shown === 'compare' && latest && <EditionCompare editions={editions} latest={latest} draft={draft} onClose={() => setShown(undefined)} />}
    </section>
  )
}
