/** Packing: what would go in, and why; then the package is made as a job, which goes on if the dialog is closed. */
import { Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MadePackage } from './MadePackage'
import { PackForm } from './PackForm'
import { usePackRequest, type Chosen } from './packRequest'

export const PackDialog = () => {
  const { chosen, close } = usePackRequest()
  return chosen && <Packing key={JSON.stringify(chosen)} chosen={chosen} onClose={close} />
}

const Packing = ({ chosen, onClose }: { chosen: Chosen; onClose: () => void }) => {
  const { t } = useTranslation('packages')
  const [jobId, setJobId] = useState<string>()
  return (
    <Modal open title={t('pack.title')} width={880} onCancel={onClose} footer={null} mask={{ closable: false }}>
      {jobId === undefined
        ? <PackForm chosen={chosen} onStarted={setJobId} onClose={onClose} />
        : <MadePackage jobId={jobId} onClose={onClose} />}
    </Modal>
  )
}
