/** Packing: what would go in, and why; then the package is made as a job, which goes on if the dialog is closed. */
import { Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MadePackage } from './MadePackage'
import { PackForm } from './PackForm'
import { usePackRequest } from './packRequest'

export const PackDialog = () => {
  const { ids, close } = usePackRequest()
  return ids && <Packing key={ids.join()} ids={ids} onClose={close} />
}

const Packing = ({ ids, onClose }: { ids: readonly string[]; onClose: () => void }) => {
  const { t } = useTranslation('packages')
  const [jobId, setJobId] = useState<string>()
  return (
    <Modal open title={t('pack.title')} width={880} onCancel={onClose} footer={null} mask={{ closable: false }}>
      {jobId === undefined
        ? <PackForm ids={ids} onStarted={setJobId} onClose={onClose} />
        : <MadePackage jobId={jobId} onClose={onClose} />}
    </Modal>
  )
}
