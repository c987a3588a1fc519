/** The stage of a record, the gate ahead of it, and the moves it can make. */
import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import type { MoveGap } from '#shared/model/life/conditions'
import type { OpenRecord } from '../session/useRecordSession'
import { StageLine } from '../StageLine'
import { GateStrip } from './GateStrip'
import { MoveButtons } from './MoveButtons'
import { MoveDialog } from './MoveDialog'
import styles from './life.module.css'
import { useLife, type LedMove } from './useLife'
import { reviewRounds } from './reviewRounds'
import { useMove } from './useMove'

interface StageBarProps {
  open: OpenRecord
  editing: boolean
  readOnly: boolean
  onGo: (gap: MoveGap) => void
  /** Called once the record has moved. */
  onMoved: () => void
}

export const StageBar = ({ open, editing, readOnly, onGo, onMoved }: StageBarProps) => {
  const { t } = useTranslation(['record', 'common'])
  const { message } = App.useApp()
  const showError = useErrorDialog()
  const { session, view: { record } } = open
  const life = useLife(record)
  const [asked, setAsked] = useState<{ move: LedMove; override: boolean }>()
  const moving = useMove(session, ({ move }) => {
    setAsked(undefined)
    onMoved()
    void message.success(t(`life.done.${move}`))
  })

  const start = (move: LedMove, override: boolean): void => {
    moving.reset()
    if (move.why !== undefined || override) setAsked({ move, override })
    else moving.mutate({ move: move.key, reason: '', override: false }, { onError: (error) => showError(error, t('life.notMoved')) })
  }

  return (
    <div className={styles.bar}>
      <StageLine content={record.content} />
      {record.content.type === 'product' && record.content.stage === 'inReview' && <span className={styles.round}>{t('life.round', { number: reviewRounds(record.content) })}</span>}
      {life.ahead && life.ahead.conditions.length > 0 && <GateStrip ahead={life.ahead} content={record.content} onGo={readOnly ? undefined : onGo} />}
      {!readOnly && life.moves.length > 0 && <MoveButtons life={life} type={record.content.type} isMoving={moving.isPending} editing={editing} onMove={start} />}
      {asked && (
        <MoveDialog
          move={asked.move} title={record.content.title} type={record.content.type} waived={asked.override ? life.ahead?.conditions.filter(({ met }) => !met) ?? [] : []}
          error={moving.error} isMoving={moving.isPending} onClose={() => setAsked(undefined)}
          onMove={(reason) => moving.mutate({ move: asked.move.key, reason, override: asked.override })}
        />
      )}
    </div>
  )
}
