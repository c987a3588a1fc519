/** Plans the adoption that a unit intends; says where it was planned already, and where the product has no edition that could be taken up. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { CalendarPlus, Check } from 'lucide-react'
import { useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { api } from '#renderer/client/queries'
import { useAnnounceOutcome } from '#renderer/features/operations'
import { useNavigation } from '#renderer/ui/navigation'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import { soon } from '../focusSoon'
import styles from './after.module.css'

interface PlanButtonProps { productId: string | undefined; unit: string; plannedDate: string; readOnly: boolean }

export const PlanButton = ({ productId, unit, plannedDate, readOnly }: PlanButtonProps) => {
  const { t } = useTranslation('meeting')
  const { openRecord } = useNavigation()
  const showError = useErrorDialog()
  const announce = useAnnounceOutcome()
  const standing = useQuery({ ...api.adoptions.ofProduct.queryOptions({ input: { id: productId ?? '' } }), enabled: productId !== undefined, retry: false })
  const plan = useMutation({
    mutationFn: (id: string) => core.adoptions.plan({ productId: id, units: [unit], plannedDate }),
    onSuccess: ({ ids, operationId }) => announce({ operationId, done: ids.length, kept: [], cancelled: false }, t('intentions.planned', { unit })),
    onError: (error) => showError(error, t('intentions.notPlanned')),
  })
  const current = standing.data?.current
  const there = standing.data?.adoptions.find((each) => !each.pilot && each.edition === current?.number && each.countedBy === null && each.row.unit === unit)
  const thereId = useId()
  const isThere = there !== undefined
  const pressed = useRef(false)
  useEffect(() => {
    if (!isThere || !pressed.current) return
    pressed.current = false
    soon(() => (document.activeElement === document.body ? document.getElementById(thereId) : undefined))
  }, [isThere, thereId])
  if (productId === undefined || unit === '') return <span className={styles.muted}>{t('intentions.incomplete')}</span>
  if (standing.error) return <span className={styles.told}>{t('intentions.noProduct')}</span>
  if (!standing.data) return null
  if (there) return <Button id={thereId} type="link" size="small" icon={<Check size={14} />} onClick={() => openRecord(there.row.id)}>{t('intentions.there')}</Button>
  if (!current) return <span className={styles.told}>{t('intentions.noEdition')}</span>
  if (readOnly) return null
  return <Button size="small" icon={<CalendarPlus size={14} />} loading={plan.isPending} onClick={() => { pressed.current = true; plan.mutate(productId) }}>{t('intentions.plan')}</Button>
}
