/** Which files become which kind of record; then the import runs as a job and its report opens. */
import { FileText, FolderOpen, X } from 'lucide-react'
import { useMutation } from '@tanstack/react-query'
import { Button, Modal, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { usePickFiles, usePickFolder } from '#renderer/features/file-picker'
import { useNavigation } from '#renderer/ui/navigation'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { libraryTypes, type LibraryType } from '#shared/model/recordTypes'
import styles from './ImportDialog.module.css'
import { useImportRequest } from './importRequest'
import { shownPath } from './outcomes'

export const ImportDialog = () => {
  const { t } = useTranslation('imports')
  const navigation = useNavigation()
  const { request, setType, add, remove, close } = useImportRequest()
  const pickFolder = usePickFolder()
  const pickFiles = usePickFiles()
  const start = useMutation({
    mutationFn: (input: { paths: string[], type: LibraryType }) => core.imports.start(input),
    onSuccess: ({ jobId }) => { close(); navigation.openImport(jobId) },
  })
  const cancel = () => { start.reset(); close() }
  const chooseFolder = useMutation({
    mutationFn: () => pickFolder(), onSuccess: (path) => { if (path !== null) add([path]) },
  })
  const chooseFiles = useMutation({ mutationFn: () => pickFiles({ extensions: ['docx', 'md', 'markdown'] }), onSuccess: add })
  if (!request) return null
  const { type, paths } = request
  const error = start.error ?? chooseFolder.error ?? chooseFiles.error
  return (
    <Modal
      open title={t('title')} width={600} onCancel={cancel} cancelText={t('common:cancel')}
      okText={paths.length > 0 ? t('start', { count: paths.length }) : t('startNone')} okButtonProps={{ disabled: paths.length === 0 }}
      onOk={() => { start.mutate({ paths: [...paths], type }) }} confirmLoading={start.isPending}
    >
      <p className={styles.text}>{t('explain')}</p>
      <div className={styles.field}>
        <span id="import-as">{t('as')}</span>
        <Segmented aria-labelledby="import-as" value={type} onChange={setType} options={libraryTypes.map((value) => ({ value, label: t(`common:type.${value}`) }))} />
      </div>
      <div className={styles.field}>
        <span>{t('from')}</span>
        <Button icon={<FolderOpen size={15} />} onClick={() => { chooseFolder.mutate() }}>{t('chooseFolder')}</Button>
        <Button icon={<FileText size={15} />} onClick={() => { chooseFiles.mutate() }}>{t('chooseFiles')}</Button>
      </div>
      {paths.length > 0
        ? <ul className={styles.paths} aria-label={t('chosen')}>
          {paths.map((path) => <li key={path}>
            <span>{shownPath(path)}</span>
            <Button type="text" size="small" icon={<X size={14} />} aria-label={t('removePath', { path: shownPath(path) })} onClick={() => { remove(path) }} />
          </li>)}
        </ul>
        : <p className={styles.hint}>{t('dropHint')}</p>}
      {error && <ErrorPanel error={error} {...start.error && { what: t('notStarted') }} />}
    </Modal>
  )
}
