/** The files of a record one at a time, large, over the record. Left and right go from file to file; what had the focus gets it back. */
import { Button, Modal } from 'antd'
import { ChevronLeft, ChevronRight, Download, SquareArrowOutUpRight } from 'lucide-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { attachmentUrl } from '#renderer/client/files'
import { formatBytes } from '#renderer/ui/format'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import { isProgram } from '#shared/model/attachments'
import type { AttachmentRef } from '#shared/model/record'
import { PicturePreview } from './PicturePreview'
import { previewKind } from './previewKind'
import { TextPreview } from './TextPreview'
import styles from './preview.module.css'

const PdfPreview = lazy(() => import('./pdf/PdfPreview'))

interface FilePreviewProps {
  files: readonly AttachmentRef[]
  /** Which of them is shown, from 0. */
  index: number
  onShow?: (index: number) => void
  onClose: () => void
  /** Opens a file in its own program; undefined where that can't be done. */
  onOpen?: (file: AttachmentRef) => void
}

/** Fields move their caret by these keys. */
const hasItsOwnArrows = (target: EventTarget | null): boolean => target instanceof HTMLElement && target.closest('input, textarea, select, [role=menu], [role=listbox]') !== null

const useArrows = (go: (step: -1 | 1) => void): void => {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || hasItsOwnArrows(event.target)) return
      if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
      event.preventDefault()
      go(event.key === 'ArrowLeft' ? -1 : 1)
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [go])
}

/** The dialog takes the focus while it comes, and goes without a word when the file does. */
const useFocusBack = (): void => {
  const [before] = useState(() => document.activeElement)
  useEffect(() => () => { if (before instanceof HTMLElement) before.focus() }, [before])
}

const View = ({ file }: { file: AttachmentRef }) => {
  switch (previewKind(file.name)) {
    case 'picture': return <PicturePreview file={file} />
    case 'pdf': return <Suspense fallback={<div className={styles.waiting}><SkeletonRows rows={12} rowHeight={32} /></div>}><PdfPreview file={file} /></Suspense>
    case 'lines': return <TextPreview file={file} isLines />
    case 'text': return <TextPreview file={file} isLines={false} />
  }
}

export const FilePreview = ({ files, index, onShow, onClose, onOpen }: FilePreviewProps) => {
  const { t } = useTranslation('preview')
  const file = files[index]
  useFocusBack()
  useArrows((step) => { if (files[index + step]) onShow?.(index + step) })
  if (!file) return null
  return (
    <Modal
      open onCancel={onClose} footer={null} width="min(1240px, calc(100vw - 48px))" className={styles.dialog ?? ''} style={{ top: 24 }} closable={{ 'aria-label': t('close') }}
      title={(
        <div className={styles.head}>
          <span className={styles.name} title={file.name}>{file.name}</span>
          <span className={styles.size}>{formatBytes(file.size)}</span>
          {onShow && files.length > 1 && (
            <span className={styles.steps}>
              <Button type="text" size="small" icon={<ChevronLeft size={16} />} disabled={index === 0} aria-label={t('previous')} title={t('previous')} aria-keyshortcuts="ArrowLeft" onClick={() => onShow(index - 1)} />
              <span role="status">{t('at', { at: index + 1, count: files.length })}</span>
              <Button type="text" size="small" icon={<ChevronRight size={16} />} disabled={index === files.length - 1} aria-label={t('next')} title={t('next')} aria-keyshortcuts="ArrowRight" onClick={() => onShow(index + 1)} />
            </span>
          )}
          {onOpen && !isProgram(file.name) && <Button size="small" icon={<SquareArrowOutUpRight size={14} />} onClick={() => onOpen(file)}>{t('open')}</Button>}
          <Button size="small" icon={<Download size={14} />} href={attachmentUrl(file.sha256)} download={file.name}>{t('download')}</Button>
        </div>
      )}
    >
      <div key={file.sha256} className={styles.view}><View file={file} /></div>
    </Modal>
  )
}
