/** A new library: its name, its unit, and the folder that will hold it. */
import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePickFolder } from '#renderer/features/file-picker'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { AppInfo } from '#shared/contract/app'
import { folderName, joinPath } from '#renderer/ui/folderForLibrary'
import { offeredUnitCode } from '#shared/model/library'
import { useLibraryActions } from './useLibraryActions'
import styles from './WelcomePage.module.css'

interface NewLibraryDialogProps { info: AppInfo, onClose: () => void }
interface Fields { name: string, unit?: string, unitCode: string }

export const NewLibraryDialog = ({ info, onClose }: NewLibraryDialogProps) => {
  const { t } = useTranslation('welcome')
  const language = useLanguage()
  const { create } = useLibraryActions()
  const pickFolder = usePickFolder()
  const [form] = Form.useForm<Fields>()
  const name = Form.useWatch((values: Partial<Fields>) => values.name, form)
  const [unitCode] = useState(offeredUnitCode)
  const [parent, setParent] = useState(info.defaultLibraryFolder)
  const [typed, setTyped] = useState<string>()
  const offered = joinPath(parent, folderName(name ?? '') || t('folderOffered'), info.platform)
  const path = typed ?? offered

  const choose = async () => {
    const folder = await pickFolder({ startAt: parent })
    if (folder === null) return
    setParent(folder)
    setTyped(undefined)
  }
  const submit = ({ name, unit = '', unitCode }: Fields) => {
    create.mutate({ path: path.trim(), name: name.trim(), unit: unit.trim(), language, unitCode })
  }
  return (
    <Modal
      open title={t('new')} width={560} onCancel={onClose} okText={t('createIt')} cancelText={t('common:cancel')}
      onOk={() => { form.submit() }} confirmLoading={create.isPending} mask={{ closable: false }}
    >
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ unitCode }} onFinish={submit}>
        <Form.Item name="name" label={t('name')} rules={[{ required: true, whitespace: true, message: t('nameMissing') }]}>
          <Input autoFocus maxLength={200} placeholder={t('nameExample')} onPressEnter={() => { form.submit() }} />
        </Form.Item>
        <Form.Item name="unit" label={t('unit')} extra={t('unitText')}>
          <Input maxLength={200} placeholder={t('unitExample')} onPressEnter={() => { form.submit() }} />
        </Form.Item>
        <Form.Item name="unitCode" label={t('unitCode')} extra={t('unitCodeText')} normalize={(value: string) => value.toUpperCase()} rules={[{ required: true, pattern: /^[A-Z0-9]{1,12}$/, message: t('unitCodeWrong') }]}>
          <Input maxLength={12} onPressEnter={() => { form.submit() }} />
        </Form.Item>
        <Form.Item label={t('folder')} htmlFor="new-library-folder" extra={t('folderText')}>
          <div className={styles.where}>
            <Input id="new-library-folder" value={path} onChange={(event) => { setTyped(event.target.value) }} onPressEnter={() => { form.submit() }} />
            <Button onClick={() => void choose()}>{t('chooseFolder')}</Button>
          </div>
        </Form.Item>
      </Form>
      {create.isError && <ErrorPanel error={create.error} what={t('notCreated')} />}
    </Modal>
  )
}
