/** The tools of a step, each at the revision that is meant; more of them from the tool library. */
import { Button, Input, Popover } from 'antd'
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFoundRecords, usePinRecord } from '#renderer/features/find-record'
import { useNavigation } from '#renderer/ui/navigation'
import { useReturnFocus } from '#renderer/ui/useReturnFocus'
import type { Citation } from '#shared/model/body/blocks'
import styles from './steps.module.css'

interface ToolCellProps {
  tools: readonly Citation[]
  label: string
  /** Undefined where nothing is edited. */
  onChange?: (tools: Citation[]) => void
}

interface FinderProps { taken: readonly Citation[]; onPick: (id: string) => void }

const Finder = ({ taken, onPick }: FinderProps) => {
  const { t } = useTranslation('product')
  const [typed, setTyped] = useState('')
  const found = useFoundRecords(typed, '')
  const tools = found.rows.filter(({ type, id }) => type === 'tool' && !taken.some(({ recordId }) => recordId === id)).slice(0, 8)
  const [first] = tools
  return (
    <div className={styles.finder}>
      <Input
        autoFocus size="small" value={typed} aria-label={t('steps.tools.find')} placeholder={t('steps.tools.find')} onChange={(event) => setTyped(event.target.value)}
        onPressEnter={() => { if (first) onPick(first.id) }}
      />
      <ul>{tools.map(({ id, title, number }) => <li key={id}><button type="button" onClick={() => onPick(id)}><span>{title}</span><span>{number}</span></button></li>)}</ul>
      {tools.length === 0 && <p role="status">{found.isEmpty ? t('steps.tools.hint') : found.isSearching ? t('steps.tools.searching') : t('steps.tools.none')}</p>}
    </div>
  )
}

export const ToolCell = ({ tools, label, onChange }: ToolCellProps) => {
  const { t } = useTranslation('product')
  const { openRecord } = useNavigation()
  const [isOpen, setIsOpen] = useState(false)
  useReturnFocus(isOpen)
  const { pin } = usePinRecord((citation) => { setIsOpen(false); onChange?.([...tools, citation]) }, t('steps.tools.notAdded'))
  const nameOf = ({ title = '', number = '' }: Citation): string => title || number || t('sources.unnamed')
  return (
    <div className={styles.tools}>
      {tools.length === 0 && !onChange && '—'}
      {tools.map((tool, index) => (
        <span key={`${tool.recordId} ${String(index)}`} className={styles.tool}>
          <button type="button" className={styles.open} onClick={() => openRecord(tool.recordId)}>{nameOf(tool)}</button>
          {onChange && <button type="button" className={styles.drop} aria-label={t('steps.tools.remove', { title: nameOf(tool) })} onClick={() => onChange(tools.filter((_, place) => place !== index))}><X size={12} /></button>}
        </span>
      ))}
      {onChange && (
        <Popover trigger="click" open={isOpen} onOpenChange={setIsOpen} placement="bottomRight" destroyOnHidden content={<Finder taken={tools} onPick={pin} />}>
          <Button type="text" size="small" icon={<Plus size={13} />} aria-label={t('steps.tools.add', { label })} title={t('steps.tools.add', { label })} />
        </Popover>
      )}
    </div>
  )
}
