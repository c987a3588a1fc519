/** Plans adoptions, or pilots, of a product: for which units, and when. Those that have one are skipped, and said. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { Form, Modal } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { api } from '#renderer/client/queries'
import { useAnnounceOutcome } from '#renderer/features/operations'
import { DateField } from '#renderer/ui/DateField'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import { useEditionName } from '#renderer/ui/useEditionName'
import { useReturnFocus } from '#renderer/ui/useReturnFocus'
import type { AdoptionRow } from '#shared/contract/adoptions'
import { unitOf } from '../unitOf'
import { UnitPicker } from './UnitPicker'
import { lowestBelow, namesOf, unitTree } from './unitTree'
import styles from './plan.module.css'

/** As many names as stand in a sentence. */
const named = 5

/** What is planned: of which product and edition, for whom at first. */
export interface Planning {
  productId: string
  edition: number
  pilot: boolean
  /** Names of units; each stands for all below it. */
  units: readonly string[]
  /** How the product is to be promoted; empty where nothing is said. */
  policy: string
}

interface PlanDialogProps { planning: Planning; adoptions: readonly AdoptionRow[]; onClose: () => void }

export const PlanDialog = ({ planning: { productId, edition, pilot, units, policy }, adoptions, onClose }: PlanDialogProps) => {
  useReturnFocus()
  const { t } = useTranslation(['adoptions', 'common'])
  const editionName = useEditionName()
  const announce = useAnnounceOutcome()
  const known = useQuery(api.vocabularies.list.queryOptions({ input: { kind: 'units' } }))
  const tree = useMemo(() => unitTree(known.data ?? []), [known.data])
  const [picked, setPicked] = useState<ReadonlySet<string>>()
  const [plannedDate, setPlannedDate] = useState('')
  const [isDateWrong, setDateWrong] = useState(false)
  const chosen = useMemo(() => picked ?? new Set(lowestBelow(tree, units)), [picked, tree, units])
  const names = useMemo(() => namesOf(tree, chosen), [tree, chosen])
  const taken = useMemo(() => new Set(adoptions.filter((each) => each.edition === edition && each.pilot === pilot && each.countedBy === null).map(unitOf)), [adoptions, edition, pilot])
  const made = names.filter((name) => !taken.has(name))
  const skipped = names.filter((name) => taken.has(name))
  const plan = useMutation({
    mutationFn: () => core.adoptions.plan({ productId, pilot, units: names, plannedDate }),
    onSuccess: ({ ids, operationId }) => {
      onClose()
      announce({ operationId, done: ids.length, kept: [], cancelled: false }, t(pilot ? 'plan.donePilot' : 'plan.done', { count: ids.length }))
    },
  })
  return (
    <Modal
      open width={620} title={t(pilot ? 'plan.titlePilot' : 'plan.title', { edition: editionName(edition) })} onCancel={onClose} cancelText={t('common:cancel')} mask={{ closable: false }}
      okText={t(pilot ? 'plan.makePilot' : 'plan.make', { count: made.length })} okButtonProps={{ disabled: made.length === 0 || isDateWrong }} confirmLoading={plan.isPending} onOk={() => { plan.mutate() }}
    >
      <Form layout="vertical" requiredMark={false}>
        <p className={styles.about}>{t(pilot ? 'plan.aboutPilot' : 'plan.about')}{policy !== '' && !pilot && <strong>{t(`plan.policy.${policy}`, { defaultValue: policy })}</strong>}</p>
        <Form.Item label={t('plan.units')}>
          {known.isPending && <SkeletonRows rows={4} />}
          {known.error && <ErrorPanel error={known.error} what={t('plan.unitsNotRead')} onRetry={() => { void known.refetch() }} />}
          {known.data && (known.data.length === 0
            ? <p className={styles.hint}>{t('plan.noUnits')}</p>
            : <UnitPicker tree={tree} chosen={chosen} onChoose={setPicked} noteOf={(name) => (taken.has(name) ? t('plan.has') : '')} />)}
        </Form.Item>
        <Form.Item label={t('plan.date')} htmlFor="planned-date" {...isDateWrong && { validateStatus: 'error', help: <span id="planned-date-why" role="alert">{t('common:date.wrong')}</span> }}>
          <DateField id="planned-date" {...isDateWrong && { 'aria-describedby': 'planned-date-why' }} className={styles.date ?? ''} date={plannedDate} onChange={setPlannedDate} onWrong={(typed) => { setDateWrong(typed !== undefined) }} />
        </Form.Item>
        <p className={styles.sum} role="status">
          {t('plan.sum', { count: made.length })}
          {skipped.length > 0 && <span>{t('plan.skipped', { count: skipped.length, units: skipped.slice(0, named).join(t('common:listComma')) })}{skipped.length > named && t('andMore', { count: skipped.length })}</span>}
        </p>
      </Form>
      {plan.error && <ErrorPanel error={plan.error} what={t('plan.notDone')} />}
    </Modal>
  )
}
