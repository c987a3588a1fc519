/** The faces that a document names: which are here, what is seen instead of the others, and what to do about it. */
import { CircleAlert, CircleCheck } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import styles from '../documents.module.css'
import { faceFacts, isPlainFace } from './installed'

export const FacesNote = ({ faces }: { faces: readonly string[] }) => {
  const { t } = useTranslation('documents')
  const facts = useMemo(() => faceFacts(faces), [faces])
  const isMissing = facts.some(({ isHere }) => !isHere)
  return (
    <section className={styles.fact} aria-label={t('faces.title')}>
      <h3>{t('faces.title')}</h3>
      <ul className={styles.faces}>
        {facts.map(({ face, isHere, shown }) => (
          <li key={face} data-missing={!isHere || undefined}>
            {isHere ? <CircleCheck size={14} aria-hidden="true" /> : <CircleAlert size={14} aria-hidden="true" />}
            <span>{face}{!isHere && <small>{t('faces.instead', { face: shown ?? t(isPlainFace(face) ? 'faces.plain' : 'faces.serif') })}</small>}</span>
          </li>
        ))}
      </ul>
      <p className={styles.hint}>{t(isMissing ? 'faces.advice' : 'faces.allHere')}</p>
    </section>
  )
}
