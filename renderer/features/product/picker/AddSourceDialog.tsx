/** More sources for a product: each is pinned as it is now. */
import { useMutation } from '@tanstack/react-query'
import { Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import type { Pin } from '#shared/contract/products'
import type { RecordRow } from '#shared/contract/records'
import { SourcePicker } from './SourcePicker'

interface AddSourceDialogProps {
  taken: ReadonlySet<string>
  onAdd: (pins: readonly Pin[]) => void
  onClose: () => void
}

export const AddSourceDialog = ({ taken, onAdd, onClose }: AddSourceDialogProps) => {
  const { t } = useTranslation(['product', 'common'])
  const [chosen, setChosen] = useState<readonly RecordRow[]>([])
  const add = useMutation({
    mutationFn: () => Promise.all(chosen.map(({ id }) => core.products.pin({ recordId: id }))),
    onSuccess: (pins) => { onAdd(pins); onClose() },
  })
  return (
    <Modal
      open title={t('sources.addTitle')} width={600} onCancel={onClose} cancelText={t('common:cancel')} mask={{ closable: false }}
      okText={t('sources.addThem', { count: chosen.length })} okButtonProps={{ disabled: chosen.length === 0 }} onOk={() => { add.mutate() }} confirmLoading={add.isPending}
    >
      <SourcePicker chosen={chosen} onChange={setChosen} taken={taken} autoFocus />
      {add.error && <ErrorPanel error={add.error} what={t('sources.notAdded')} />}
    </Modal>
  )
}
