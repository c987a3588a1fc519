/** What a record can do next: the move forward, disabled until its gate holds, the one back, and the rest behind a menu. */
import { Button, Dropdown } from 'antd'
import { ChevronDown, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { RecordType } from '#shared/model/recordTypes'
import styles from './life.module.css'
import type { LedMove, Life } from './useLife'

interface MoveButtonsProps {
  life: Life
  type: RecordType
  isMoving: boolean
  /** The record is being edited: its primary button is to finish that. */
  editing: boolean
  /** `override`: the gate does not hold, and is to be passed all the same. */
  onMove: (move: LedMove, override: boolean) => void
}

export const MoveButtons = ({ life: { moves, ahead }, type, isMoving, editing, onMove }: MoveButtonsProps) => {
  const { t } = useTranslation('record')
  const forward = moves.find(({ isBack }) => !isBack)
  const back = moves.find(({ isBack, key }) => isBack && key !== 'archive')
  const others = moves.filter((move) => move !== forward && move !== back)
  const isShut = forward !== undefined && ahead?.move.key === forward.key && ahead.conditions.some(({ met }) => !met)
  /** Withdrawing what somebody else submitted says that it asks why; on the page of a meeting, closing says that it is not the page. */
  const name = ({ key, why }: LedMove): string => (key === 'withdraw' && why === 'required' ? t('life.withdrawWithReason') : key === 'close' && type === 'meeting' ? t('life.closeMeeting') : t(`life.move.${key}`))
  const items = [
    ...others.map((move) => ({ key: move.key, label: name(move), onClick: () => onMove(move, false) })),
    ...isShut ? [{ key: 'override', danger: true, label: t('life.override.menu', { move: t(`life.move.${forward.key}`) }), onClick: () => onMove(forward, true) }] : [],
  ]
  return (
    <div id="life-moves" className={styles.moves}>
      {items.length > 0 && (
        <Dropdown trigger={['click']} menu={{ items }} placement="bottomRight">
          <Button size="small" type="text" disabled={isMoving} aria-haspopup="menu">{t('life.more')}<ChevronDown size={13} aria-hidden="true" /></Button>
        </Dropdown>
      )}
      {back && <Button size="small" data-move={back.key} data-asks={back.why !== undefined || undefined} icon={back.why === 'required' ? <Undo2 size={14} /> : null} disabled={isMoving} onClick={() => onMove(back, false)}>{name(back)}</Button>}
      {forward && <Button size="small" data-move={forward.key} data-asks={forward.why !== undefined || undefined} type={editing || forward.key === 'resume' ? 'default' : 'primary'} disabled={isShut} loading={isMoving} onClick={() => onMove(forward, false)}>{name(forward)}</Button>}
    </div>
  )
}
