/** Asks by which move all selected records shall go on, and why where that is to be written down. */
import { Input, Modal, Radio } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '#renderer/ui/format'
import { useLanguage } from '#renderer/ui/useLanguage'
import { movesOf, needsReason } from '#shared/model/life/moves'
import type { ListedType } from '#shared/model/recordTypes'
import styles from './Selection.module.css'

export interface BulkMove { move: string; reason: string }

interface BulkMoveDialogProps { type: ListedType; count: number; onApply: (move: BulkMove) => void; onClose: () => void }

export const BulkMoveDialog = ({ type, count, onApply, onClose }: BulkMoveDialogProps) => {
  const { t } = useTranslation(['library-list', 'common', 'record'])
  const language = useLanguage()
  const id = useId()
  const moves = movesOf(type).filter(({ isOwn }) => !isOwn)
  const [key, setKey] = useState(moves[0]?.key ?? '')
  const [reason, setReason] = useState('')
  const chosen = moves.find((move) => move.key === key)
  const asksWhy = chosen?.reason !== undefined
  const needsWhy = needsReason(key)
  return (
    <Modal
      open width={480} title={t('bulk.move')} onCancel={onClose} cancelText={t('common:cancel')} okText={t('bulk.apply.move', { count, shown: formatCount(count, language), move: t(`record:life.move.${key}`) })}
      okButtonProps={{ disabled: needsWhy && reason.trim() === '' }} onOk={() => { onApply({ move: key, reason: asksWhy ? reason.trim() : '' }); onClose() }}
    >
      <div className={styles.field}>
        <span id={id} className={styles.label}>{t('bulk.label.move')}</span>
        <Radio.Group
          vertical aria-labelledby={id} value={key} onChange={(event) => setKey(String(event.target.value))}
          options={moves.map((move) => ({
            value: move.key,
            label: t('bulk.moveFrom', { move: t(`record:life.move.${move.key}`), stages: move.from.map((stage) => t(`common:stage.${stage}`)).join(t('record:links.separator')) }),
          }))}
        />
      </div>
      {asksWhy && (
        <div className={styles.field}>
          <label htmlFor={`${id}-reason`} className={styles.label}>{t(needsWhy ? 'record:life.reason.required' : 'record:life.reason.optional')}</label>
          <Input.TextArea id={`${id}-reason`} rows={2} maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} />
        </div>
      )}
      <p className={styles.note}>{t('bulk.moveNote')}</p>
    </Modal>
  )
}
