/** The gate before a release: what holds, what is missing and the way there, the seal, and the editions that were released. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { useSaving, type OpenRecord } from '#renderer/features/record'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import type { ReleaseGate } from '#shared/contract/products'
import { bodyCitations, pinnedRevisions } from '#shared/model/gates'
import type { GateCondition, GateGap } from '#shared/model/product/releaseGate'
import { requiredSectionsOf } from '#shared/model/recordTypes'
import { EditionList } from '../editions/EditionList'
import styles from './Gate.module.css'
import { GateList } from './GateList'
import { ReleaseBox } from './ReleaseBox'
import { ReleaseDialog } from './ReleaseDialog'
import { useRelease } from './useRelease'

interface GatePanelProps {
  open: OpenRecord
  gate: ReleaseGate
  /** Undefined where nothing can be changed. */
  onGo: ((gap: GateGap) => void) | undefined
  onReleased: () => void
}

const Progress = ({ conditions }: { conditions: readonly GateCondition[] }) => {
  const met = conditions.filter((condition) => condition.met).length
  return <div className={styles.progress} aria-hidden="true">{conditions.map(({ key }, index) => <span key={key} data-met={index < met || undefined} />)}</div>
}

/** The number of the edition that the gate says nothing was changed since. */
const unchangedSince = (conditions: readonly GateCondition[]): number | undefined =>
  conditions.flatMap(({ missing }) => missing).flatMap((gap) => (gap.kind === 'unchanged' ? [gap.edition] : []))[0]

export const GatePanel = ({ open, gate, onGo, onReleased }: GatePanelProps) => {
  const { t } = useTranslation('product')
  const { session, view: { record: { id, content } } } = open
  const { isClean } = useSaving(session)
  const editions = useQuery(api.products.editions.queryOptions({ input: { id } }))
  const { ask, close, error, isAsking, isRefused, isReleasing, pressed, release } = useRelease(open, gate.edition, onReleased)
  const { conditions } = gate
  const number = isClean ? unchangedSince(conditions) : undefined
  const sealed = number === undefined ? undefined : editions.data?.find((edition) => edition.number === number)

  const detailOf = (key: GateCondition['key']): string => {
    switch (key) {
      case 'citedSource': return t('gate.detail.citedSource', { count: bodyCitations(content.body).length, sources: pinnedRevisions(content).length })
      case 'requiredSections': return t('gate.detail.requiredSections', { count: requiredSectionsOf('product').length })
      case 'changed': return t('gate.detail.changed')
    }
  }

  return (
    <>
      <div className={styles.scroll}>
        <Progress conditions={conditions} />
        {isRefused && <p className={styles.refused} role="alert">{t('release.refused')}</p>}
        <GateList conditions={conditions} detailOf={detailOf} onGo={onGo} />
        {editions.error && <ErrorPanel error={editions.error} what={t('editions.notRead')} onRetry={() => { void editions.refetch() }} />}
        {editions.data && editions.data.length > 0 && <EditionList editions={editions.data} />}
      </div>
      <ReleaseBox gate={gate} sealed={sealed} isPressing={sealed !== undefined && sealed.seal === pressed} onRelease={onGo && ask} />
      {isAsking && <ReleaseDialog content={content} edition={gate.edition} error={error} isReleasing={isReleasing} onRelease={release} onClose={close} />}
    </>
  )
}

export const GateWaiting = () => <div className={styles.scroll}><SkeletonRows rows={4} rowHeight={48} /></div>
