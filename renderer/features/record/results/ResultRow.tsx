/** One measured result to write: a field a cell, in the order of Tab. */
import { Button, Tooltip } from 'antd'
import { X } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { AttachmentRef, MeasuredResult } from '#shared/model/record'
import { EvidencePicker } from './EvidencePicker'
import { withNote } from './resultRows'
import styles from './results.module.css'
import { useChangeText } from './useChangeText'

interface ResultRowProps {
  result: MeasuredResult
  index: number
  attachments: readonly AttachmentRef[]
  isAddingFile: boolean
  /** Written in first, as it was just added. */
  takesFocus: boolean
  onChange: (result: MeasuredResult) => void
  onFiles: (files: File[]) => void
  onEnter: () => void
  onDelete: () => void
}

export const indicatorId = (result: MeasuredResult): string => `result-${result.id}`

export const ResultRow = ({ result, index, attachments, isAddingFile, takesFocus, onChange, onFiles, onEnter, onDelete }: ResultRowProps) => {
  const { t } = useTranslation('record')
  const label = result.indicator || t('results.row', { number: index + 1 })
  const change = useChangeText()(result)
  const entered = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    onEnter()
  }
  const field = (key: 'indicator' | 'unit' | 'before' | 'after') => (
    <input
      className={styles.field} value={result[key]} aria-label={t('results.fieldOf', { field: t(`results.${key}`), label })} autoComplete="off" spellCheck={false}
      {...key === 'indicator' && { id: indicatorId(result), autoFocus: takesFocus }}
      onChange={(event) => onChange({ ...result, [key]: event.target.value })} onKeyDown={entered}
    />
  )
  return (
    <tr>
      <td>{field('indicator')}</td>
      <td>{field('unit')}</td>
      <td className={styles.number}>{field('before')}</td>
      <td className={styles.number}>{field('after')}</td>
      <td className={styles.number}>
        <input
          className={styles.field} value={result.note ?? ''} placeholder={change ?? t('results.inWords')}
          aria-label={t('results.fieldOf', { field: t('results.note'), label })} autoComplete="off" spellCheck={false}
          onChange={(event) => onChange(withNote(result, event.target.value))} onKeyDown={entered}
        />
      </td>
      <td><EvidencePicker label={label} evidence={result.evidence} attachments={attachments} isAdding={isAddingFile} onChange={(evidence) => onChange({ ...result, evidence })} onFiles={onFiles} /></td>
      <td>
        <Tooltip title={t('results.delete')}>
          <Button type="text" size="small" icon={<X size={14} />} aria-label={t('results.deleteNamed', { label })} onClick={onDelete} />
        </Tooltip>
      </td>
    </tr>
  )
}
