/** Asks why a record is moved: always where that is to be written down, and for what is missing where a gate is passed all the same. */
import { Input, Modal } from 'antd'
import { CircleAlert } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { useReturnFocus } from '#renderer/ui/useReturnFocus'
import { useStageName } from '#renderer/ui/useStageName'
import type { MoveCondition } from '#shared/model/life/conditions'
import type { RecordType } from '#shared/model/recordTypes'
import styles from './life.module.css'
import type { LedMove } from './useLife'
import { useGapText } from './useGapText'

interface MoveDialogProps {
  move: LedMove
  title: string
  type: RecordType
  /** The conditions that are passed although they do not hold. */
  waived: readonly MoveCondition[]
  error: Error | null
  isMoving: boolean
  onMove: (reason: string) => void
  onClose: () => void
}

export const MoveDialog = ({ move, title, type, waived, error, isMoving, onMove, onClose }: MoveDialogProps) => {
  const { t } = useTranslation(['record', 'common'])
  const gapText = useGapText()
  const stageName = useStageName()
  useReturnFocus()
  const id = useId()
  const [reason, setReason] = useState('')
  const isNeeded = move.why === 'required' || waived.length > 0
  return (
    <Modal
      open width={520} title={t(`life.move.${move.key}`)} onCancel={onClose} cancelText={t('common:cancel')} mask={{ closable: false }}
      okText={waived.length > 0 ? t('life.override.do', { move: t(`life.move.${move.key}`) }) : t(`life.move.${move.key}`)}
      okButtonProps={{ disabled: isNeeded && reason.trim() === '' }} onOk={() => onMove(reason.trim())} confirmLoading={isMoving}
    >
      <p className={styles.record}>{title}</p>
      <p className={styles.leads}>{t('life.leads', { stage: stageName(move.to, type) })}</p>
      {waived.length > 0 && (
        <>
          <p>{t('life.override.text')}</p>
          <ul className={styles.waived}>
            {waived.flatMap(({ missing }) => missing).map((gap) => <li key={JSON.stringify(gap)}><CircleAlert size={14} aria-hidden="true" />{gapText(gap).text}</li>)}
          </ul>
        </>
      )}
      <label htmlFor={id} className={styles.reasonLabel}>{t(isNeeded ? 'life.reason.required' : 'life.reason.optional')}</label>
      <Input.TextArea id={id} autoFocus rows={3} maxLength={2000} value={reason} placeholder={t(`life.reason.example.${waived.length > 0 ? 'override' : move.key}`)} onChange={(event) => setReason(event.target.value)} />
      {error && <ErrorPanel error={error} what={t('life.notMoved')} />}
    </Modal>
  )
}
