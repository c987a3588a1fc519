/** What is done to one file of a record: what is unsaved is saved first, so that each is a revision of its own on top of what is on the page. */
import { useMutation } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { addFile } from '#renderer/client/addFile'
import { core } from '#renderer/client/client'
import { openOutside } from '#renderer/client/files'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import type { AttachmentChange, WorkingCopy } from '#shared/contract/attachments'
import type { AttachmentRef } from '#shared/model/record'
import { saveFirst } from '../export/saveFirst'
import type { RecordSession } from '../session/recordSession'

export interface FileCalls {
  open: (file: AttachmentRef) => void
  replace: (file: AttachmentRef, by: File) => void
  rename: (file: AttachmentRef, name: string) => void
  remove: (file: AttachmentRef) => void
  takeBack: (copy: WorkingCopy) => void
  discard: (copy: WorkingCopy) => void
  isBusy: boolean
}

export const useFileCalls = (session: RecordSession): FileCalls => {
  const { t } = useTranslation('record')
  const { message } = App.useApp()
  const showError = useErrorDialog()
  const { id } = session.view().record

  const based = async (): Promise<string> => {
    await saveFirst(session)
    return session.view().record.revision.id
  }
  /** The next save stands on what was done. That it was not read does not undo it: the change event reads it again. */
  const goOn = async (): Promise<void> => core.records.get({ id }).then(session.goOn, () => undefined)
  const change = async ({ sha256 }: AttachmentRef, what: AttachmentChange): Promise<void> => {
    await core.attachments.change({ id, base: await based(), sha256, change: what })
    await goOn()
  }

  const open = useMutation({
    mutationFn: async ({ sha256 }: AttachmentRef) => {
      await saveFirst(session)
      await openOutside(id, sha256)
    },
    onSuccess: (_, { name }) => { void message.info(t('files.opened', { name })) },
    onError: (error) => { showError(error, t('files.notOpened')) },
  })
  const replace = useMutation({
    mutationFn: async ({ file, by }: { file: AttachmentRef; by: File }) => { await change(file, { kind: 'replace', by: await addFile(by) }) },
    onSuccess: (_, { file, by }) => { void message.success(t(file.role === 'original' ? 'files.keptOriginal' : 'files.replaced', { name: by.name })) },
    onError: (error) => { showError(error, t('files.notReplaced')) },
  })
  const rename = useMutation({
    mutationFn: async ({ file, name }: { file: AttachmentRef; name: string }) => change(file, { kind: 'rename', name }),
    onError: (error) => { showError(error, t('files.notRenamed')) },
  })
  const remove = useMutation({
    mutationFn: async (file: AttachmentRef) => change(file, { kind: 'remove' }),
    onSuccess: (_, { name }) => { void message.success(t('files.removed', { name })) },
    onError: (error) => { showError(error, t('files.notRemoved')) },
  })
  const takeBack = useMutation({
    mutationFn: async ({ id: copyId }: WorkingCopy) => {
      await core.attachments.takeBack({ id, copyId, base: await based() })
      await goOn()
    },
    onSuccess: (_, { name }) => { void message.success(t('files.copy.taken', { name })) },
    onError: (error) => { showError(error, t('files.copy.notTaken')) },
  })
  const discard = useMutation({
    mutationFn: async ({ id: copyId }: WorkingCopy) => core.attachments.discardCopy({ id, copyId }),
    onError: (error) => { showError(error, t('files.copy.notDiscarded')) },
  })

  return {
    open: open.mutate,
    replace: (file, by) => replace.mutate({ file, by }),
    rename: (file, name) => rename.mutate({ file, name }),
    remove: remove.mutate, takeBack: takeBack.mutate, discard: discard.mutate,
    isBusy: [open, replace, rename, remove, takeBack, discard].some(({ isPending }) => isPending),
  }
}
