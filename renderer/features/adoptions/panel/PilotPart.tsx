/** The pilots of the coming edition, and what they say together. */
import { Button } from 'antd'
import { FileText, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditionName } from '#renderer/ui/useEditionName'
import type { ProductAdoptions } from '#shared/contract/adoptions'
import type { RecordContent } from '#shared/model/record'
import { PilotReport } from '../report/PilotReport'
import { AdoptionLine } from './AdoptionLine'
import styles from '../adoptions.module.css'

interface PilotPartProps { content: RecordContent; adoptions: ProductAdoptions; onPlan: ((units: readonly string[]) => void) | undefined }

export const PilotPart = ({ content, adoptions: { adoptions, next }, onPlan }: PilotPartProps) => {
  const { t } = useTranslation('adoptions')
  const editionName = useEditionName()
  const [reported, setReported] = useState<number>()
  const pilots = adoptions.filter(({ pilot, edition }) => pilot && edition === next)
  /** Editions that were piloted before. */
  const earlier = [...new Set(adoptions.flatMap(({ pilot, edition }) => (pilot && edition !== null && edition < next ? [edition] : [])))].sort((a, b) => b - a)
  return (
    <section className={styles.part} aria-labelledby="pilots-title">
      <h2 id="pilots-title" className={styles.partTitle}>{t('pilot.title', { edition: editionName(next) })}</h2>
      {pilots.length === 0 ? <p className={styles.hint}>{t('pilot.none')}</p> : <ul>{pilots.map((each) => <AdoptionLine key={each.row.id} adoption={each} />)}</ul>}
      <div className={styles.buttons}>
        {onPlan && <Button size="small" icon={<Plus size={14} />} onClick={() => { onPlan([]) }}>{t('pilot.plan')}</Button>}
        {pilots.length > 0 && <Button size="small" icon={<FileText size={14} />} onClick={() => { setReported(next) }}>{t('pilot.report')}</Button>}
        {earlier.map((edition) => <Button key={edition} size="small" type="link" onClick={() => { setReported(edition) }}>{t('pilot.reportOf', { edition: editionName(edition) })}</Button>)}
      </div>
      {reported !== undefined && (
        <PilotReport
          title={content.title} edition={reported} conclusion={reported === next && typeof content.fields.pilotReport === 'string' ? content.fields.pilotReport : ''}
          pilots={adoptions.filter(({ pilot, edition, countedBy }) => pilot && edition === reported && countedBy === null)} onClose={() => { setReported(undefined) }}
        />
      )}
    </section>
  )
}
