/** Packing: what would go in, and why; then the package is made as a job, which goes on if the dialog is closed. */
import { Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NamedLibrary } from '#shared/model/package'
import { MadePackage } from './MadePackage'
import { PackForm } from './PackForm'
import { usePackRequest, type Chosen } from './packRequest'
import styles from './pack.module.css'

export const PackDialog = () => {
  const { chosen, suggestTo, close } = usePackRequest()
  return chosen && <Packing key={JSON.stringify(chosen)} chosen={chosen} suggestTo={suggestTo} onClose={close} />
}

const Packing = ({ chosen, suggestTo, onClose }: { chosen: Chosen; suggestTo: NamedLibrary | null; onClose: () => void }) => {
  const { t } = useTranslation('packages')
  const [jobId, setJobId] = useState<string>()
  return (
    <Modal open title={t(suggestTo ? 'suggest.dialog' : 'pack.title')} width={880} style={{ top: 40 }} className={styles.dialog ?? ''} onCancel={onClose} footer={null} mask={{ closable: false }}>
      {jobId === undefined
        ? <PackForm chosen={chosen} suggestTo={suggestTo} onStarted={setJobId} onClose={onClose} />
        : <MadePackage jobId={jobId} onClose={onClose} />}
    </Modal>
  )
}
