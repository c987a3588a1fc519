/** The gate of the next release: its conditions, who signs, the editions before it, and the seal that is pressed once all of it holds. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { useSaving, type OpenRecord } from '#renderer/features/record'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import type { ReleaseGate } from '#shared/contract/products'
import { rowsOf } from '#shared/model/fields'
import { bodyCitations, pinnedRevisions } from '#shared/model/gates'
import type { LibraryFile } from '#shared/model/library'
import type { GateCondition, GateGap, Signer } from '#shared/model/product/releaseGate'
import { requiredSectionsOf } from '#shared/model/recordTypes'
import { EditionList } from '../editions/EditionList'
import styles from './Gate.module.css'
import { GateList } from './GateList'
import { ReleaseBox } from './ReleaseBox'
import { ReleaseDialog } from './ReleaseDialog'
import { Signers } from './Signers'
import { useRelease, type ReleaseWish } from './useRelease'

interface GatePanelProps {
  open: OpenRecord
  gate: ReleaseGate
  editing: boolean
  vocabularies: LibraryFile['vocabularies'] | undefined
  /** The signer that the gate led to. */
  outlined: Signer | undefined
  /** Undefined where nothing can be changed. */
  onGo: ((gap: GateGap) => void) | undefined
  /** What was written for the release so far. */
  wish: ReleaseWish
  onWish: (wish: ReleaseWish) => void
  onReleased: () => void
}

const Progress = ({ conditions }: { conditions: readonly GateCondition[] }) => {
  const met = conditions.filter((condition) => condition.met).length
  return <div className={styles.progress} aria-hidden="true">{conditions.map(({ key }, index) => <span key={key} data-met={index < met || undefined} />)}</div>
}

/** The number of the edition that the gate says nothing was changed since. */
const unchangedSince = (conditions: readonly GateCondition[]): number | undefined =>
  conditions.flatMap(({ missing }) => missing).flatMap((gap) => (gap.kind === 'unchanged' ? [gap.edition] : []))[0]

export const GatePanel = ({ open, gate, editing, vocabularies, outlined, onGo, wish, onWish, onReleased }: GatePanelProps) => {
  const { t } = useTranslation('product')
  const { session, view: { record: { id, content } } } = open
  const { isClean } = useSaving(session)
  const editions = useQuery(api.products.editions.queryOptions({ input: { id } }))
  const releasing = useRelease(open, gate.edition, onReleased)
  const { asked } = releasing
  const { conditions } = gate
  const number = isClean ? unchangedSince(conditions) : undefined
  const sealed = number === undefined ? undefined : editions.data?.find((edition) => edition.number === number)

  const detailOf = (key: GateCondition['key']): string => {
    switch (key) {
      case 'source': return t('gate.detail.source', { count: bodyCitations(content.body).length, sources: pinnedRevisions(content).length })
      case 'requiredSections': return t('gate.detail.requiredSections', { count: requiredSectionsOf('product').length })
      case 'stepStandard':
      case 'stepPost': return t('steps.count', { count: rowsOf(content.fields.steps).length })
      case 'acceptance': return t('gate.detail.acceptance', { count: rowsOf(content.fields.acceptance).length })
      case 'noCircle':
      case 'pilotOutcome':
      case 'signers':
      case 'piloted':
      case 'changed': return t(`gate.detail.${key}`)
    }
  }

  return (
    <>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('gate.conditions')}>
        <Progress conditions={conditions} />
        {releasing.isRefused && <p className={styles.refused} role="alert">{t('release.refused')}</p>}
        <GateList content={content} edition={gate.edition} conditions={conditions} detailOf={detailOf} onGo={onGo} />
        <Signers session={session} content={content} editing={editing} vocabularies={vocabularies} outlined={outlined} />
        {editions.error && <ErrorPanel error={editions.error} what={t('editions.notRead')} onRetry={() => { void editions.refetch() }} />}
        {editions.data && editions.data.length > 0 && <EditionList editions={editions.data} draft={content} />}
      </div>
      <ReleaseBox gate={gate} sealed={sealed} isPressing={sealed !== undefined && sealed.seal === releasing.pressed} onRelease={onGo && releasing.ask} />
      {asked && (
        <ReleaseDialog
          content={content} edition={gate.edition} waived={asked === 'override' ? conditions.filter(({ met }) => !met) : []} error={releasing.error} isReleasing={releasing.isReleasing}
          wish={wish} onWish={onWish} onRelease={releasing.release} onClose={releasing.close}
        />
      )}
    </>
  )
}

export const GateWaiting = () => <div className={styles.scroll}><SkeletonRows rows={4} rowHeight={48} /></div>
