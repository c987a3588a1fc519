/** What proves a measured result: the attachments of the record, by the numbers that they have in its list. Each opens its preview. */
import { FileX2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { AttachmentRef } from '#shared/model/record'
import styles from './results.module.css'

interface EvidenceProps { evidence: readonly string[]; attachments: readonly AttachmentRef[]; onPreview: (index: number) => void }

export const Evidence = ({ evidence, attachments, onPreview }: EvidenceProps) => {
  const { t } = useTranslation('record')
  if (evidence.length === 0) return <span className={styles.none}>{t('results.noEvidence')}</span>
  return (
    <ul className={styles.evidence}>
      {evidence.map((sha256) => {
        const index = attachments.findIndex((file) => file.sha256 === sha256)
        const file = attachments[index]
        return (
          <li key={sha256}>
            {file
              ? <button type="button" title={file.name} aria-label={t('results.evidenceNamed', { number: index + 1, name: file.name })} onClick={() => onPreview(index)}>{t('results.attachment', { number: index + 1 })}</button>
              : <span className={styles.gone} title={t('results.goneText')}><FileX2 size={13} aria-hidden="true" />{t('results.gone')}</span>}
          </li>
        )
      })}
    </ul>
  )
}
