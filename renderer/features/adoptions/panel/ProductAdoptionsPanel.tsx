/** Beside a product: the pilots of its coming edition, and who takes up the one in force. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import type { RecordFile } from '#shared/model/record'
import { PlanDialog, type Planning } from '../plan/PlanDialog'
import { AdoptedPart } from './AdoptedPart'
import { PilotPart } from './PilotPart'
import styles from '../adoptions.module.css'

interface ProductAdoptionsPanelProps { record: RecordFile; readOnly: boolean; onlyPilots?: boolean }

/** What comes first is what the product is about: being piloted, or being taken up. */
const inForce: ReadonlySet<string> = new Set(['released', 'replicating', 'retired'])

const wordsOf = (value: unknown): string[] => (Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [])

export const ProductAdoptionsPanel = ({ record: { id, content }, readOnly, onlyPilots = false }: ProductAdoptionsPanelProps) => {
  const { t } = useTranslation('adoptions')
  const query = useQuery(api.adoptions.ofProduct.queryOptions({ input: { id } }))
  const [planning, setPlanning] = useState<Planning>()
  const { data } = query
  if (query.error) return <div className={styles.panel}><ErrorPanel error={query.error} what={t('notRead')} onRetry={() => { void query.refetch() }} /></div>
  if (!data) return <div className={styles.panel}><SkeletonRows rows={5} /></div>
  const policy = typeof content.fields.policy === 'string' ? content.fields.policy : ''
  const begin = (pilot: boolean) => (units: readonly string[]): void => {
    setPlanning({ productId: id, pilot, units, policy, edition: pilot ? data.next : data.current?.number ?? 1 })
  }
  const isInForce = inForce.has(content.stage)
  const pilots = <PilotPart content={content} adoptions={data} onPlan={readOnly || content.stage === 'retired' ? undefined : begin(true)} />
  return (
    <div className={styles.panel}>
      {!isInForce && pilots}
      {!onlyPilots && <AdoptedPart productId={id} title={content.title} targets={wordsOf(content.fields.targets)} adoptions={data} onPlan={readOnly ? undefined : begin(false)} />}
      {isInForce && pilots}
      {planning && <PlanDialog planning={planning} adoptions={data.adoptions} onClose={() => { setPlanning(undefined) }} />}
    </div>
  )
}
