/** The places of a text in one record: the part, and the words around it with what goes and what comes. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFieldTexts } from '#renderer/features/duplicates'
import { TypeMark } from '#renderer/ui/marks/TypeMark'
import type { MaskHit, MaskPlace } from '#shared/contract/masking'
import type { RecordRow } from '#shared/contract/records'
import type { MaskAction } from '#shared/model/masking/sensitive'
import { formOf } from '../choice/maskChoice'
import styles from './review.module.css'

interface PlacesOfProps {
  hit: MaskHit
  action: MaskAction
  title: string
  places: readonly MaskPlace[]
  row: RecordRow | undefined
  /** The hashes of the files that stay here. */
  out: ReadonlySet<string>
  decide: ReactNode
}

export const PlacesOf = ({ hit, action, title, places, row, out, decide }: PlacesOfProps) => {
  const { t } = useTranslation('masking')
  const { labelOf } = useFieldTexts(row?.type ?? 'case', [])
  const partOf = ({ part, section, file }: MaskPlace): string => {
    if (file !== null) return t('place.file', { name: file.name })
    if (part === 'body') return section === null || section === '' ? t('place.body') : t('place.section', { section })
    return t(`place.part.${part}`, { defaultValue: labelOf(part) })
  }
  return (
    <section className={styles.record} aria-label={title}>
      <div className={styles.recordHead}>
        {row && <TypeMark type={row.type} size={18} />}
        <strong dir="auto" title={title}>{title}</strong>
        {decide}
      </div>
      <ul>
        {places.map((place, at) => (
          <li key={at} className={styles.place}>
            <span className={styles.part}>{partOf(place)}</span>
            <p dir="auto">
              {place.before}
              {place.file !== null || action.action === 'keep' ? <mark>{hit.text}</mark> : <><del>{hit.text}</del><ins>{formOf(hit, action)}</ins></>}
              {place.after}
              {place.file !== null && <FileState isOut={out.has(place.file.sha256)} />}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A file is not rewritten: it leaves as it is, or not at all. */
const FileState = ({ isOut }: { isOut: boolean }) => {
  const { t } = useTranslation('masking')
  return <span className={styles.fileState} data-out={isOut || undefined}>{t(isOut ? 'place.fileOut' : 'place.fileAsIs')}</span>
}
