/** How the results answer what was typed, where they do not simply hold it; and that there may be more. */
import { SpellCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '#renderer/ui/format'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { SearchAnswer } from '#shared/contract/search'
import { changedPart } from './changedPart'
import styles from './SearchOverlay.module.css'

interface AnswerNotesProps {
  answer: SearchAnswer
  isLiteral: boolean
  /** Searches for exactly what was typed, or no longer. */
  onLiteral: (isLiteral: boolean) => void
}

/** What was searched for, with what differs from what was typed made to stand out. */
const Changed = ({ typed, meant }: { typed: string; meant: string }) => {
  const [start, end] = changedPart(typed, meant)
  return <>{meant.slice(0, start)}<strong>{meant.slice(start, end)}</strong>{meant.slice(end)}</>
}

const Incomplete = ({ progress }: Pick<SearchAnswer, 'progress'>) => {
  const { t } = useTranslation('search')
  const language = useLanguage()
  return (
    <p className={styles.building} role="status">
      {progress ? t('buildingAt', { done: formatCount(progress.done, language), total: formatCount(progress.total, language) }) : t('building')}
    </p>
  )
}

const FilesToRead = ({ count }: { count: number }) => {
  const { t } = useTranslation('search')
  const language = useLanguage()
  return <p className={styles.building} role="status">{t('filesToRead', { count, shown: formatCount(count, language) })}</p>
}

export const AnswerNotes = ({ answer: { complete, progress, files, correction, way, total }, isLiteral, onLiteral }: AnswerNotesProps) => {
  const { t } = useTranslation('search')
  return (
    <>
      {!complete && <Incomplete progress={progress} />}
      {complete && files.toRead > 0 && <FilesToRead count={files.toRead} />}
      {correction && (
        <p className={styles.note} role="status">
          <SpellCheck size={15} aria-hidden="true" />
          <span>{t('corrected.none', { typed: correction.typed })}<Changed {...correction} />{t('corrected.instead')}</span>
          <button type="button" className={styles.link} onClick={() => onLiteral(true)}>{t('literally')}</button>
        </p>
      )}
      {isLiteral && (
        <p className={styles.note} role="status">
          <span>{t('isLiteral')}</span><button type="button" className={styles.link} onClick={() => onLiteral(false)}>{t('alike')}</button>
        </p>
      )}
      {way === 'some' && total > 0 && <p className={styles.note} role="status">{t('some')}</p>}
    </>
  )
}
