/** The sections of a record beside its body: where the reader is, a way to each, and how much there is. */
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '#renderer/ui/format'
import { numeral } from '#shared/text/numeral'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { Section } from '#shared/model/body/body'
import type { BodyFigures } from './bodyFigures'
import { useCurrentSection } from './body/useCurrentSection'
import styles from './Outline.module.css'

interface OutlineProps {
  sections: readonly Section[]
  figures: BodyFigures
  column: RefObject<HTMLDivElement | null>
  /** How many results were measured; undefined where the page has no table of them. */
  results: number | undefined
  onGo: (sectionId: string) => void
  onGoToResults: () => void
  /** Undefined where the page has nothing to fill in. */
  onGoToForm: (() => void) | undefined
}

export const Outline = ({ sections, figures, column, results, onGo, onGoToResults, onGoToForm }: OutlineProps) => {
  const { t } = useTranslation('record')
  const language = useLanguage()
  const current = useCurrentSection(column, sections)
  return (
    <nav className={styles.outline} aria-label={t('outline.label')}>
      <p className={styles.label} aria-hidden="true">{t('outline.label')}</p>
      {sections.length === 0 && <p className={styles.none}>{t('outline.none')}</p>}
      <ol className={styles.list}>
        {sections.map((section, index) => (
          <li key={section.id}>
            <button type="button" className={styles.item} aria-current={section.id === current ? 'location' : undefined} onClick={() => onGo(section.id)}>
              <span className={styles.number}>{numeral(index + 1, language)}</span>
              <span className={styles.title} data-empty={section.blocks.length === 0 || undefined}>{section.title || t('outline.untitled')}</span>
            </button>
          </li>
        ))}
      </ol>
      {results !== undefined && <button type="button" className={styles.results} onClick={onGoToResults}>{t('results.title')}<span>{results}</span></button>}
      {onGoToForm && <button type="button" className={styles.results} onClick={onGoToForm}>{t('outline.form')}</button>}
      <div className={styles.figures}>
        <p><span>{t('outline.words', { count: figures.words, shown: formatCount(figures.words, language) })}</span><span>{t('outline.minutes', { count: figures.minutes })}</span></p>
        <p><span>{t('outline.pictures', { count: figures.pictures })}</span><span>{t('outline.tables', { count: figures.tables })}</span></p>
      </div>
    </nav>
  )
}
