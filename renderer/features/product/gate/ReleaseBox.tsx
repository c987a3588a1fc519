/** The seal at the foot of the gate, and the button that presses it. */
import { Button, Dropdown } from 'antd'
import { ChevronDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatDay } from '#renderer/ui/format'
import { Seal } from '#renderer/ui/seal/Seal'
import { useEditionName } from '#renderer/ui/useEditionName'
import type { EditionSummary, ReleaseGate } from '#shared/contract/products'
import { canWaive } from '#shared/model/product/releaseGate'
import styles from './Gate.module.css'
import type { ReleaseWay } from './useRelease'

interface ReleaseBoxProps {
  gate: ReleaseGate
  /** The edition whose contents the page shows unchanged. */
  sealed: EditionSummary | undefined
  /** The seal was pressed a moment ago. */
  isPressing: boolean
  /** Undefined where nothing can be released. */
  onRelease: ((how: ReleaseWay) => void) | undefined
}

export const ReleaseBox = ({ gate: { edition, conditions }, sealed, isPressing, onRelease }: ReleaseBoxProps) => {
  const { t } = useTranslation('product')
  const editionName = useEditionName()
  const open = conditions.filter(({ met }) => !met)
  const name = editionName(edition)
  return (
    <footer className={styles.release}>
      <div className={styles.sealRow}>
        <Seal edition={sealed?.number ?? edition} state={sealed ? isPressing ? 'pressing' : 'pressed' : 'waiting'} />
        <p className={styles.sealWords}>
          {sealed
            ? <><strong>{t('seal.sealed', { edition: editionName(sealed.number) })}</strong><span>{formatDay(sealed.releasedAt)}</span></>
            : <><span>{t('seal.waiting')}</span><span>{t('seal.into', { edition: editionName(edition) })}</span></>}
        </p>
      </div>
      {onRelease && <Button block type="primary" size="large" disabled={open.length > 0} onClick={() => onRelease('gate')}>{t('release.button', { edition: name })}</Button>}
      {onRelease && open.length > 0 && open.every(canWaive) && (
        <Dropdown trigger={['click']} placement="topRight" menu={{ items: [{ key: 'override', danger: true, label: t('release.override.menu', { edition: name }), onClick: () => onRelease('override') }] }}>
          <Button block type="text" size="small" className={styles.more ?? ''} aria-haspopup="menu">{t('release.more')}<ChevronDown size={13} aria-hidden="true" /></Button>
        </Dropdown>
      )}
    </footer>
  )
}
