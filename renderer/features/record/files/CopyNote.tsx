/** What has become of a file that another program has open, below its row: changed, being written, gone; and what can be done about it. */
import { Button, Popconfirm } from 'antd'
import { CircleAlert, FilePen, LoaderCircle } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatBytes, formatMoment } from '#renderer/ui/format'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { WorkingCopy } from '#shared/contract/attachments'
import { failureText } from '#shared/text/messages/failureText'
import type { FileCalls } from './useFileCalls'
import styles from './files.module.css'

interface CopyNoteProps {
  copy: WorkingCopy
  calls: FileCalls
  readOnly: boolean
  /** Whether the record has the file that it was made of. */
  hasFile: boolean
}

const icons = { changed: FilePen, writing: LoaderCircle, gone: CircleAlert, unreadable: CircleAlert, same: FilePen } as const

const useText = (): ((copy: WorkingCopy) => string) => {
  const { t } = useTranslation('record')
  const language = useLanguage()
  return ({ state, written, path, reason }) => {
    switch (state) {
      case 'changed':
      case 'same': return t('files.copy.changed', { time: written ? formatMoment(written.at) : '', size: written ? formatBytes(written.size) : '' })
      case 'writing': return t('files.copy.writing')
      case 'gone': return t('files.copy.gone')
      case 'unreadable': return t('files.copy.unreadable', { why: failureText({ code: 'file_unreadable', data: { path, reason } }, language).why })
    }
  }
}

export const CopyNote = ({ copy, calls, readOnly, hasFile }: CopyNoteProps) => {
  const { t } = useTranslation(['record', 'common'])
  const textOf = useText()
  const { state, name, path } = copy
  const Icon = icons[state]
  return (
    <div className={styles.copy} data-state={state} role="group" aria-label={t('files.copy.of', { name })}>
      <p role="status"><Icon size={14} aria-hidden="true" />{textOf(copy)}</p>
      {!hasFile && <p>{t('files.copy.fileGone', { name })}</p>}
      {state === 'changed' && readOnly && <p>{t('files.copy.readOnly', { path })}</p>}
      <div className={styles.actions}>
        {state === 'changed' && !readOnly && (
          <Button size="small" type="primary" disabled={calls.isBusy} onClick={() => calls.takeBack(copy)}>{t(hasFile ? 'files.copy.takeBack' : 'files.copy.add')}</Button>
        )}
        {(state === 'changed' || state === 'unreadable') && (
          <Popconfirm
            title={t('files.copy.discardTitle')} description={<div className={styles.ask}>{t('files.copy.discardText')}</div>} placement="bottomRight"
            okText={t('files.copy.discard')} okButtonProps={{ danger: true }} cancelText={t('common:cancel')} onConfirm={() => calls.discard(copy)}
          >
            <Button size="small" disabled={calls.isBusy}>{t('files.copy.discard')}</Button>
          </Popconfirm>
        )}
        {state === 'gone' && <Button size="small" disabled={calls.isBusy} onClick={() => calls.discard(copy)}>{t('files.copy.seen')}</Button>}
      </div>
    </div>
  )
}
