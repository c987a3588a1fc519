/** Packing: what would go in, and why; then the package is made as a job, which goes on if the dialog is closed. */
import { Modal } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useForgetMade } from '#renderer/features/masking'
import type { NamedLibrary } from '#shared/model/package'
import { MadePackage } from './MadePackage'
import { PackForm } from './PackForm'
import { usePackRequest, type Chosen, type Preset } from './packRequest'
import styles from './pack.module.css'

export const PackDialog = () => {
  const { chosen, preset, suggestTo, asked, close } = usePackRequest()
  useForgetMade()
  return chosen && <Packing key={asked} chosen={chosen} preset={preset} suggestTo={suggestTo} onClose={close} />
}

const Packing = ({ chosen, preset, suggestTo, onClose }: { chosen: Chosen; preset: Preset | null; suggestTo: NamedLibrary | null; onClose: () => void }) => {
  const { t } = useTranslation('packages')
  const [jobId, setJobId] = useState<string>()
  const [isBack, setBack] = useState(false)
  const form = useRef<HTMLDivElement>(null)
  useEffect(() => { if (isBack && jobId === undefined) form.current?.focus() }, [isBack, jobId])
  return (
    <Modal open title={t(suggestTo ? 'suggest.dialog' : 'pack.title')} width={880} style={{ top: 40 }} className={styles.dialog ?? ''} onCancel={onClose} footer={null} mask={{ closable: false }}>
      {/* It keeps what was filled in, for a package that is not made after all. */}
      <div ref={form} tabIndex={-1} hidden={jobId !== undefined} className={styles.kept}>
        <PackForm chosen={chosen} preset={preset} suggestTo={suggestTo} onStarted={setJobId} onClose={onClose} />
      </div>
      {jobId !== undefined && <MadePackage jobId={jobId} onClose={onClose} onBack={() => { setBack(true); setJobId(undefined) }} />}
    </Modal>
  )
}
