/** Chooses what proves a result among the record's attachments, or brings a new file in for it. */
import { Button, Select, Tooltip } from 'antd'
import { Paperclip } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { AttachmentRef } from '#shared/model/record'
import styles from './results.module.css'

interface EvidencePickerProps {
  /** What is proven, for the names of the controls. */
  label: string
  evidence: readonly string[]
  attachments: readonly AttachmentRef[]
  isAdding: boolean
  onChange: (evidence: string[]) => void
  onFiles: (files: File[]) => void
}

export const EvidencePicker = ({ label, evidence, attachments, isAdding, onChange, onFiles }: EvidencePickerProps) => {
  const { t } = useTranslation('record')
  const input = useRef<HTMLInputElement>(null)
  const options = [
    ...attachments.map(({ sha256, name }, index) => ({ value: sha256, label: t('results.attachment', { number: index + 1 }), name })),
    ...evidence.filter((sha256) => !attachments.some((file) => file.sha256 === sha256)).map((value) => ({ value, label: t('results.gone'), name: t('results.goneText') })),
  ]
  return (
    <div className={styles.picker}>
      <Select
        mode="multiple" size="small" variant="borderless" aria-label={t('results.evidenceOf', { label })} className={styles.choose ?? ''} value={[...evidence]} options={options}
        placeholder={t('results.choose')} notFoundContent={t('results.noAttachments')} popupMatchSelectWidth={280} showSearch={{ optionFilterProp: 'name' }}
        optionRender={({ data }) => <span className={styles.option}><span>{data.label}</span>{data.name}</span>}
        onChange={onChange}
      />
      <input
        ref={input} type="file" multiple hidden data-evidence
        onChange={(event) => { onFiles([...(event.target.files ?? [])]); event.target.value = '' }}
      />
      <Tooltip title={t('results.addFile')}>
        <Button type="text" size="small" loading={isAdding} icon={<Paperclip size={14} />} aria-label={t('results.addFileFor', { label })} onClick={() => input.current?.click()} />
      </Tooltip>
    </div>
  )
}
