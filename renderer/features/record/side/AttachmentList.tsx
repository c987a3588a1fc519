/** The files that belong to a record, numbered as evidence names them: the original that it was imported from, and what was added. */
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { Download, Paperclip, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { attachmentUrl } from '#renderer/client/files'
import { formatBytes } from '#renderer/ui/format'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import type { AttachmentRef } from '#shared/model/record'
import { addFile } from '../body/addFile'
import styles from './SidePanel.module.css'

interface AttachmentListProps {
  attachments: AttachmentRef[]
  /** The file that somebody came for, by its hash. */
  shown: string | undefined
  editing: boolean
  onChange: (attachments: AttachmentRef[]) => void
}

export const AttachmentList = ({ attachments, shown, editing, onChange }: AttachmentListProps) => {
  const { t } = useTranslation(['record', 'common'])
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => { list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' }) }, [shown])
  const input = useRef<HTMLInputElement>(null)
  const add = useMutation({
    mutationFn: (files: readonly File[]) => Promise.all(files.map(addFile)),
    onSuccess: (added) => onChange([...attachments, ...added.filter(({ sha256 }) => !attachments.some((known) => known.sha256 === sha256))]),
  })
  return (
    <>
      {attachments.length === 0 && !editing && <p className={styles.none}>{t('side.noAttachments')}</p>}
      <ul ref={list} className={styles.list}>
        {attachments.map((file, index) => (
          <li key={file.sha256} className={styles.attachment} aria-current={file.sha256 === shown ? 'true' : undefined}>
            <span className={styles.ordinal} aria-hidden="true">{index + 1}</span>
            <a className={styles.open} href={attachmentUrl(file.sha256)} download={file.name} title={t('side.download', { name: file.name })}>{file.name}</a>
            {file.role !== undefined && <span className={styles.role}>{t(`side.${file.role}`)}</span>}
            <span className={styles.relation}>{formatBytes(file.size)}</span>
            {editing && file.role !== 'original'
              ? <Button type="text" size="small" icon={<X size={14} />} aria-label={t('side.remove', { name: file.name })} onClick={() => onChange(attachments.filter((other) => other !== file))} />
              : <Download size={14} aria-hidden="true" />}
          </li>
        ))}
      </ul>
      {editing && (
        <>
          <input ref={input} type="file" multiple hidden onChange={(event) => { add.mutate([...(event.target.files ?? [])]); event.target.value = '' }} />
          <Button size="small" icon={<Paperclip size={14} />} loading={add.isPending} onClick={() => input.current?.click()}>{t('side.addAttachment')}</Button>
        </>
      )}
      {add.error && <ErrorPanel error={add.error} what={t('side.notAdded')} />}
    </>
  )
}
