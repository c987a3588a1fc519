/**
 * The measured results of a case, below its text and in the text's measure: six columns are too many for the side panel, and here
 * neither reading nor starting to edit moves a line of what stands above.
 */
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { MeasuredResult } from '#shared/model/record'
import type { OpenRecord } from '../session/useRecordSession'
import { ResultEditor } from './ResultEditor'
import { ResultTable } from './ResultTable'
import styles from './results.module.css'

export const measuredResultsId = 'measured-results'

const none: readonly MeasuredResult[] = []

export const MeasuredResults = memo(({ open: { session, view }, editing }: { open: OpenRecord; editing: boolean }) => {
  const { t } = useTranslation('record')
  const { content } = view.record
  const { results = none } = content.fields
  if (content.type !== 'case' || (results.length === 0 && !editing)) return null
  return (
    <section id={measuredResultsId} className={styles.part} aria-labelledby="measured-results-title">
      <h2 id="measured-results-title" className={styles.title}>{t('results.title')}</h2>
      {editing
        ? <ResultEditor key={view.bodyVersion} session={session} results={results} attachments={content.attachments} />
        : <ResultTable session={session} results={results} attachments={content.attachments} />}
    </section>
  )
})
