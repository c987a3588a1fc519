/** The editions of a product, latest first; each opens as it was sealed. */
import { ChevronRight, CircleAlert } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDay } from '#renderer/ui/format'
import { useEditionName } from '#renderer/ui/useEditionName'
import type { EditionSummary } from '#shared/contract/products'
import { EditionDrawer } from './EditionDrawer'
import styles from './Editions.module.css'

export const EditionList = ({ editions }: { editions: readonly EditionSummary[] }) => {
  const { t } = useTranslation('product')
  const editionName = useEditionName()
  const [opened, setOpened] = useState<EditionSummary>()
  return (
    <section className={styles.editions} aria-label={t('editions.title')}>
      <h2>{t('editions.title')}</h2>
      <ul>
        {editions.map((edition) => (
          <li key={edition.seal}>
            <button type="button" className={styles.row} onClick={() => setOpened(edition)}>
              <span className={styles.first}><strong>{editionName(edition.number)}</strong><span>{formatDay(edition.releasedAt)}<ChevronRight size={13} aria-hidden="true" /></span></span>
              <span className={styles.second}>{[edition.by, t('editions.sources', { count: edition.sources })].filter((part) => part !== '').join('　')}</span>
              {edition.changeLog && <span className={styles.second}>{edition.changeLog}</span>}
              {!edition.intact && <span className={styles.broken}><CircleAlert size={13} aria-hidden="true" />{t('editions.broken')}</span>}
            </button>
          </li>
        ))}
      </ul>
      {opened && <EditionDrawer summary={opened} onClose={() => setOpened(undefined)} />}
    </section>
  )
}
