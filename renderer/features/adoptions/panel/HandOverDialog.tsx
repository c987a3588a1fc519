/** Hands the edition in force over: a package of it with the adoptions of the units that it is for. */
import { Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { packChosen } from '#renderer/features/packages'
import { StageTag } from '#renderer/ui/marks/StageTag'
import { useEditionName } from '#renderer/ui/useEditionName'
import { useReturnFocus } from '#renderer/ui/useReturnFocus'
import type { AdoptionRow } from '#shared/contract/adoptions'
import type { EditionSummary } from '#shared/contract/products'
import { unitOf } from '../unitOf'
import styles from '../adoptions.module.css'

interface HandOverDialogProps { title: string; edition: EditionSummary; adoptions: readonly AdoptionRow[]; onClose: () => void }

export const HandOverDialog = ({ title, edition, adoptions, onClose }: HandOverDialogProps) => {
  useReturnFocus()
  const { t } = useTranslation(['adoptions', 'common'])
  const editionName = useEditionName()
  const [picked, setPicked] = useState<ReadonlySet<string>>()
  const chosen = picked ?? new Set(adoptions.filter(({ row }) => row.stage === 'planned').map(({ row }) => row.id))
  const choose = (id: string, isChosen: boolean): void => {
    const next = new Set(chosen)
    if (isChosen) next.add(id)
    else next.delete(id)
    setPicked(next)
  }
  const pack = (): void => {
    const units = adoptions.filter(({ row }) => chosen.has(row.id)).map(unitOf)
    onClose()
    packChosen({ ids: [...chosen], editions: [{ recordId: edition.recordId, seal: edition.seal }] }, {
      title: t('handOver.packageTitle', { title, edition: editionName(edition.number) }), purpose: t('handOver.purpose'), unit: units.length === 1 ? units[0] ?? '' : '', libraryId: null,
    })
  }
  const isAll = chosen.size === adoptions.length
  return (
    <Modal open width={520} title={t('handOver.title', { edition: editionName(edition.number) })} onCancel={onClose} cancelText={t('common:cancel')} okText={t('handOver.next')} onOk={pack}>
      <p className={styles.hint}>{t(adoptions.length > 0 ? 'handOver.text' : 'handOver.none')}</p>
      {adoptions.length > 1 && <Checkbox className={styles.handOverAll ?? ''} checked={isAll} indeterminate={!isAll && chosen.size > 0} onChange={(event) => { setPicked(new Set(event.target.checked ? adoptions.map(({ row }) => row.id) : [])) }}>{t('handOver.all')}</Checkbox>}
      <ul className={styles.handOver}>
        {adoptions.map((adoption) => (
          <li key={adoption.row.id}>
            <Checkbox checked={chosen.has(adoption.row.id)} onChange={(event) => { choose(adoption.row.id, event.target.checked) }}>{unitOf(adoption)}</Checkbox><StageTag stage={adoption.row.stage} />
          </li>
        ))}
      </ul>
    </Modal>
  )
}
