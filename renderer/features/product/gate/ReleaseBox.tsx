/** The seal at the foot of the gate, and the button that presses it. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatDay } from '#renderer/ui/format'
import { Seal } from '#renderer/ui/seal/Seal'
import { useEditionName } from '#renderer/ui/useEditionName'
import type { EditionSummary, ReleaseGate } from '#shared/contract/products'
import styles from './Gate.module.css'

interface ReleaseBoxProps {
  gate: ReleaseGate
  /** The edition whose contents the page shows unchanged. */
  sealed: EditionSummary | undefined
  /** The seal was pressed a moment ago. */
  isPressing: boolean
  /** Undefined where nothing can be released. */
  onRelease: (() => void) | undefined
}

export const ReleaseBox = ({ gate: { edition, conditions }, sealed, isPressing, onRelease }: ReleaseBoxProps) => {
  const { t } = useTranslation('product')
  const editionName = useEditionName()
  const holds = conditions.every(({ met }) => met)
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
      {onRelease && <Button block type="primary" size="large" disabled={!holds} onClick={onRelease}>{t('release.button', { edition: editionName(edition) })}</Button>}
    </footer>
  )
}
