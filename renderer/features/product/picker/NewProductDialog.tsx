/** A new product: its name, and the records that it is made from. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { api } from '#renderer/client/queries'
import { useNavigation, type ProductPreset } from '#renderer/ui/navigation'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import type { RecordRow } from '#shared/contract/records'
import { newId } from '#shared/model/ids'
import { SourcePicker } from './SourcePicker'

const none: ReadonlySet<string> = new Set()

interface NewProductDialogProps { chosen: readonly string[]; preset?: ProductPreset; onClose: () => void }

export const NewProductDialog = ({ chosen, preset: { title: offered = '', summary = '', stage = 'drafting' } = {}, onClose }: NewProductDialogProps) => {
  const { t } = useTranslation(['product', 'common'])
  const { openRecord } = useNavigation()
  const [form] = Form.useForm<{ title: string }>()
  const given = useQuery({ ...api.records.rows.queryOptions({ input: { ids: [...chosen] } }), enabled: chosen.length > 0 })
  // The same at every try: a product that was made, and only not answered for, is not made twice.
  const [id] = useState(newId)
  const [picked, setPicked] = useState<readonly RecordRow[]>()
  const rows = picked ?? (chosen.length > 0 ? given.data : [])
  const create = useMutation({
    mutationFn: (title: string) => core.products.create({ id, title, sources: rows?.map(({ id }) => id) ?? [...chosen], stage, ...summary !== '' && { content: { summary } } }),
    onSuccess: () => { onClose(); openRecord(id) },
  })
  const recoveries = useQuery({ ...api.records.recoveries.queryOptions(), enabled: create.isError }).data ?? []
  const isKept = recoveries.some(({ recordId }) => recordId === id)
  return (
    <Modal
      open title={t('new.title')} width={600} onCancel={onClose} okText={t('new.create')} cancelText={t('common:cancel')} mask={{ closable: false }}
      onOk={() => { form.submit() }} confirmLoading={create.isPending}
    >
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ title: offered }} onFinish={({ title }) => { create.mutate(title.trim()) }}>
        <Form.Item name="title" label={t('new.name')} rules={[{ required: true, whitespace: true, message: t('new.nameMissing') }]}>
          <Input autoFocus maxLength={500} placeholder={t('new.example')} />
        </Form.Item>
        <Form.Item label={t('new.sources')} extra={t('new.sourcesText')}>
          {rows && <SourcePicker chosen={rows} onChange={setPicked} taken={none} />}
          {!rows && !given.error && <SkeletonRows rows={2} />}
          {given.error && <ErrorPanel error={given.error} what={t('sources.notRead')} onRetry={() => { void given.refetch() }} />}
        </Form.Item>
      </Form>
      {create.error && <ErrorPanel error={create.error} what={t('new.notCreated')} {...isKept && { next: t('new.kept') }} />}
    </Modal>
  )
}
