/** The files that belong to a record, numbered as evidence names them: the original that it was imported from, and what was added. */
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { Paperclip } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addFile } from '#renderer/client/addFile'
import { FilePreview } from '#renderer/features/preview'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import type { WorkingCopy } from '#shared/contract/attachments'
import type { AttachmentRef, RecordContent } from '#shared/model/record'
import type { RecordSession } from '../session/recordSession'
import styles from '../side/SidePanel.module.css'
import { chooseFile } from './chooseFile'
import { CopyNote } from './CopyNote'
import { FileRow } from './FileRow'
import { RenameFile } from './RenameFile'
import { useConfirmRemoval } from './useConfirmRemoval'
import { isNews, type Copies } from './useCopies'
import { useFileCalls } from './useFileCalls'

interface FileListProps {
  attachments: RecordContent['attachments']
  session: RecordSession
  copies: Copies
  /** The file that somebody came for, by its hash. */
  shown: string | undefined
  editing: boolean
  readOnly: boolean
}

export const FileList = ({ attachments, session, copies: { copies, error, retry }, shown, editing, readOnly }: FileListProps) => {
  const { t } = useTranslation('record')
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => { list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' }) }, [shown])
  const input = useRef<HTMLInputElement>(null)
  const calls = useFileCalls(session)
  const confirmRemoval = useConfirmRemoval()
  const [previewed, setPreviewed] = useState<number>()
  const [renamed, setRenamed] = useState<AttachmentRef>()
  const add = useMutation({
    mutationFn: (files: readonly File[]) => Promise.all(files.map(addFile)),
    onSuccess: (added) => {
      const { attachments: known } = session.view().record.content
      session.change({ attachments: [...known, ...added.filter(({ sha256 }) => !known.some((file) => file.sha256 === sha256))] })
    },
  })
  const replace = async (file: AttachmentRef): Promise<void> => {
    const by = await chooseFile()
    if (by) calls.replace(file, by)
  }
  const editOf = (file: AttachmentRef) => ({
    replace: () => { void replace(file) }, rename: () => setRenamed(file),
    remove: () => confirmRemoval(file, session.view().record.content, () => calls.remove(file)),
  })
  const news = copies.filter(isNews)
  const has = (sha256: string): boolean => attachments.some((file) => file.sha256 === sha256)
  const note = (copy: WorkingCopy) => <CopyNote key={copy.id} copy={copy} calls={calls} readOnly={readOnly} hasFile={has(copy.sha256)} />
  return (
    <>
      {attachments.length === 0 && !editing && <p className={styles.none}>{t('side.noAttachments')}</p>}
      <ul ref={list} className={styles.list}>
        {attachments.map((file, index) => (
          <li key={file.sha256} className={styles.file} aria-current={file.sha256 === shown ? 'true' : undefined}>
            <FileRow
              file={file} ordinal={index + 1} isBusy={calls.isBusy} edit={readOnly ? undefined : editOf(file)}
              onPreview={() => setPreviewed(index)} onOpen={() => calls.open(file)}
            />
            {news.filter(({ sha256 }) => sha256 === file.sha256).map(note)}
          </li>
        ))}
      </ul>
      {news.filter(({ sha256 }) => !has(sha256)).map(note)}
      {error && <ErrorPanel error={error} what={t('files.copy.notLooked')} onRetry={retry} />}
      {editing && (
        <>
          <input ref={input} type="file" multiple hidden onChange={(event) => { add.mutate([...(event.target.files ?? [])]); event.target.value = '' }} />
          <Button size="small" icon={<Paperclip size={14} />} loading={add.isPending} onClick={() => input.current?.click()}>{t('side.addAttachment')}</Button>
        </>
      )}
      {add.error && <ErrorPanel error={add.error} what={t('side.notAdded')} />}
      {previewed !== undefined && <FilePreview files={attachments} index={previewed} onShow={setPreviewed} onClose={() => setPreviewed(undefined)} onOpen={calls.open} />}
      {renamed && <RenameFile name={renamed.name} onRename={(name) => calls.rename(renamed, name)} onClose={() => setRenamed(undefined)} />}
    </>
  )
}
