/** The head of a filled copy: of which tool, its title, whether it is saved, and the ways on: export, finish, open again. */
import { Button, Dropdown, Input, type MenuProps } from 'antd'
import type { TFunction } from 'i18next'
import { Check, ChevronDown, ChevronRight, FileDown, FileSpreadsheet, FileText, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigation } from '#renderer/ui/navigation'
import { SaveState, type Saving } from '#renderer/ui/states/SaveState'
import type { CopyForm } from '#shared/model/forms/copy'
import type { CopyView } from './copySession'
import styles from './CopyPage.module.css'

interface CopyHeadProps {
  view: CopyView
  readOnly: boolean
  /** What is typed somewhere and can't be kept. */
  isRefused: boolean
  isBusy: boolean
  /** It is being finished or opened again: nothing is written meanwhile. */
  isStepping: boolean
  onTitle: (title: string) => void
  onExport: (form: CopyForm) => void
  onFinish: () => void
  onReopen: () => void
}

const savingOf = ({ status, copy }: CopyView, isRefused: boolean, t: TFunction): Saving => {
  if (isRefused && (status.kind === 'saved' || status.kind === 'waiting')) return { state: 'refused', why: t('filled:fault.refused') }
  switch (status.kind) {
    case 'saved': return { state: 'saved', at: new Date(copy.savedAt) }
    case 'waiting': return { state: 'unsaved' }
    case 'saving': return { state: 'saving' }
    case 'failed':
    case 'conflict': return { state: 'failed' }
  }
}

export const CopyHead = ({ view, readOnly, isRefused, isBusy, isStepping, onTitle, onExport, onFinish, onReopen }: CopyHeadProps) => {
  const { t } = useTranslation(['filled', 'common', 'record'])
  const { openLibrary, openRecord } = useNavigation()
  const { copy } = view
  const [typed, setTyped] = useState<string>()
  const items: MenuProps['items'] = [
    { key: 'word', icon: <FileText size={15} />, label: t('export.word'), onClick: () => onExport('word') },
    { key: 'excel', icon: <FileSpreadsheet size={15} />, label: t('export.excel'), onClick: () => onExport('excel') },
  ]
  const writes = copy.state === 'open' && !readOnly
  return (
    <header className={styles.head}>
      <div className={styles.row}>
        <nav className={styles.crumbs} aria-label={t('record:crumbs')}>
          <button type="button" className={styles.crumb} onClick={() => openLibrary('tool')}>{t('common:library.tool')}</button><ChevronRight size={13} aria-hidden="true" />
          <button type="button" className={styles.crumb} onClick={() => openRecord(copy.toolId)}>{copy.tool.title}</button><ChevronRight size={13} aria-hidden="true" /><span>{t('page.crumb')}</span>
        </nav>
        {writes && <SaveState saving={savingOf(view, isRefused, t)} />}
        <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
          <Button size="small" icon={<FileDown size={14} />} loading={isBusy} aria-haspopup="menu">{t('record:export.menu')}<ChevronDown size={13} aria-hidden="true" /></Button>
        </Dropdown>
        {writes && <Button type="primary" size="small" icon={<Check size={14} />} loading={isStepping} onClick={onFinish}>{t('page.finish')}</Button>}
        {copy.state === 'done' && !readOnly && <Button size="small" icon={<RotateCcw size={14} />} loading={isStepping} onClick={onReopen}>{t('page.reopen')}</Button>}
      </div>
      {writes
        ? (
          <Input
            className={styles.titleInput ?? ''} variant="borderless" aria-label={t('page.title')} maxLength={200} readOnly={isStepping} value={typed ?? copy.title}
            onChange={(event) => { setTyped(event.target.value); if (event.target.value.trim() !== '') onTitle(event.target.value.trim()) }} onBlur={() => setTyped(undefined)}
          />
        )
        : <h1 className={styles.title}>{copy.title}</h1>}
    </header>
  )
}
