/** The measured results to read: before, after, by how much, and what proves it. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FilePreview } from '#renderer/features/preview'
import type { AttachmentRef, MeasuredResult } from '#shared/model/record'
import { useFileCalls } from '../files/useFileCalls'
import type { RecordSession } from '../session/recordSession'
import { Evidence } from './Evidence'
import styles from './results.module.css'
import { useChangeText } from './useChangeText'

interface ResultTableProps { session: RecordSession; results: readonly MeasuredResult[]; attachments: readonly AttachmentRef[] }

/** In numbers where there are two, in the author's words where there are none; else both. */
const Change = ({ result }: { result: MeasuredResult }) => {
  const text = useChangeText()(result)
  const { note } = result
  if (text === undefined) return <>{note ?? '—'}</>
  return <>{text}{note !== undefined && <span className={styles.note}>{note}</span>}</>
}

export const ResultTable = ({ session, results, attachments }: ResultTableProps) => {
  const { t } = useTranslation('record')
  const { open } = useFileCalls(session)
  const [previewed, setPreviewed] = useState<number>()
  return (
    <>
      <table className={styles.table} aria-labelledby="measured-results-title">
        <colgroup><col /><col className={styles.value} /><col className={styles.value} /><col className={styles.change} /><col className={styles.proof} /></colgroup>
        <thead>
          <tr>
            <th scope="col">{t('results.indicator')}</th>
            {(['before', 'after', 'change'] as const).map((column) => <th key={column} scope="col" className={styles.number}>{t(`results.${column}`)}</th>)}
            <th scope="col">{t('results.evidence')}</th>
          </tr>
        </thead>
        <tbody>
          {results.map((result) => (
            <tr key={result.id}>
              <th scope="row">{result.unit ? t('results.withUnit', { indicator: result.indicator, unit: result.unit }) : result.indicator}</th>
              <td className={styles.number}>{result.before || '—'}</td>
              <td className={styles.number}>{result.after || '—'}</td>
              <td className={styles.number}><Change result={result} /></td>
              <td><Evidence evidence={result.evidence} attachments={attachments} onPreview={setPreviewed} /></td>
            </tr>
          ))}
        </tbody>
      </table>
      {previewed !== undefined && <FilePreview files={attachments} index={previewed} onShow={setPreviewed} onClose={() => setPreviewed(undefined)} onOpen={open} />}
    </>
  )
}
