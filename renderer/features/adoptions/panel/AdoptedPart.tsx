/** Who takes up the edition in force: how many at which stage, who is behind, who was not asked, and the ways on. */
import { Button } from 'antd'
import { CalendarPlus, ChevronRight, PackageOpen } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigation } from '#renderer/ui/navigation'
import { useEditionName } from '#renderer/ui/useEditionName'
import type { ProductAdoptions } from '#shared/contract/adoptions'
import { AdoptionLine } from './AdoptionLine'
import { HandOverDialog } from './HandOverDialog'
import { takingOf } from './taking'
import styles from '../adoptions.module.css'

const stages = ['planned', 'underWay', 'done', 'notApplicable'] as const

/** As many as are listed here; the page of all adoptions has the rest. */
const listed = 12
/** As many names as stand in a sentence. */
const named = 6

interface AdoptedPartProps { productId: string; title: string; targets: readonly string[]; adoptions: ProductAdoptions; onPlan: ((units: readonly string[]) => void) | undefined }

export const AdoptedPart = ({ productId, title, targets, adoptions: known, onPlan }: AdoptedPartProps) => {
  const { adoptions, targets: units, behind, current } = known
  const { t } = useTranslation(['adoptions', 'common'])
  const { openAdoptions } = useNavigation()
  const editionName = useEditionName()
  const [isHandingOver, setHandingOver] = useState(false)
  const { inForce, others, notAsked, behindNotAsked } = takingOf(known)
  const counted = inForce.filter(({ countedBy }) => countedBy === null)
  const names = (all: readonly string[]): string => `${all.slice(0, named).join(t('common:listComma'))}${all.length > named ? t('andMore', { count: all.length }) : ''}`
  return (
    <section className={styles.part} aria-labelledby="adopted-title">
      <h2 id="adopted-title" className={styles.partTitle}>{current ? t('adopted.title', { edition: editionName(current.number) }) : t('adopted.titleNone')}</h2>
      {!current && <p className={styles.hint}>{t('adopted.notReleased')}</p>}
      {current && <>
        <dl className={styles.counts}>
          {stages.map((stage) => <div key={stage}><dt>{t(`common:stage.${stage}`)}</dt><dd>{counted.filter(({ row }) => row.stage === stage).length}</dd></div>)}
        </dl>
        {behind.length > 0 && (
          <div className={styles.note} data-tone="ochre">
            <p>{t('adopted.behind', { count: behind.length })}</p><p className={styles.names}>{names(behind)}</p>
            {onPlan && behindNotAsked.length > 0 && <Button size="small" onClick={() => { onPlan(behindNotAsked) }}>{t('adopted.planBehind', { edition: editionName(current.number) })}</Button>}
          </div>
        )}
        {notAsked.length > 0 && (
          <div className={styles.note}>
            <p>{t('adopted.notAsked', { count: notAsked.length })}</p><p className={styles.names}>{names(notAsked)}</p>
            {onPlan && <Button size="small" onClick={() => { onPlan(notAsked) }}>{t('adopted.planThese')}</Button>}
          </div>
        )}
        {units.length === 0 && <p className={styles.hint}>{t('adopted.noTargets')}</p>}
        <div className={styles.buttons}>
          {onPlan && <Button size="small" icon={<CalendarPlus size={14} />} onClick={() => { onPlan(notAsked.length > 0 ? [] : targets) }}>{t('adopted.plan')}</Button>}
          <Button size="small" icon={<PackageOpen size={14} />} onClick={() => { setHandingOver(true) }}>{t('handOver.open')}</Button>
        </div>
      </>}
      {inForce.length > 0 && <ul className={styles.lines}>{inForce.slice(0, listed).map((each) => <AdoptionLine key={each.row.id} adoption={each} />)}</ul>}
      {others.length > 0 && <>
        {current && <h3 id="other-editions-title" className={styles.partTitle}>{t('adopted.others')}</h3>}
        <ul className={styles.lines} {...current && { 'aria-labelledby': 'other-editions-title' }}>{others.slice(0, listed).map((each) => <AdoptionLine key={each.row.id} adoption={each} namesEdition />)}</ul>
      </>}
      {adoptions.length > 0 && <Button type="link" size="small" className={styles.all ?? ''} onClick={() => { openAdoptions({ product: productId }) }}>{t('adopted.all', { count: adoptions.length })}<ChevronRight size={14} aria-hidden="true" /></Button>}
      {isHandingOver && current && <HandOverDialog title={title} edition={current} adoptions={counted} onClose={() => { setHandingOver(false) }} />}
    </section>
  )
}
