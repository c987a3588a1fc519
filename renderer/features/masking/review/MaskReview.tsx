/** What was found, over the dialog that makes the package: the texts, the files, and the library's own words. */
import { Button, Modal, Tabs } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '#renderer/ui/format'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { MaskScan } from '#shared/contract/masking'
import type { RecordRow } from '#shared/contract/records'
import { countActions, sentAsIs, stayingOut, type MaskChoice } from '../choice/maskChoice'
import { ScanState } from '../ScanState'
import type { Scanning } from '../useScan'
import { WordsPane } from '../words/WordsPane'
import { FilesPane } from './FilesPane'
import { HitsPane } from './HitsPane'
import styles from './review.module.css'

interface MaskReviewProps { scan: MaskScan; scanning: Scanning; choice: MaskChoice; onChange: (choice: MaskChoice) => void; rows: readonly RecordRow[]; onClose: () => void }

export const MaskReview = ({ scan, scanning, choice, onChange, rows, onClose }: MaskReviewProps) => {
  const { t } = useTranslation('masking')
  const language = useLanguage()
  const [tab, setTab] = useState('hits')
  const [typed, setTyped] = useState<string>()
  const [isAsked, setAsked] = useState(false)
  const actions = countActions(choice, scan.hits)
  const out = stayingOut(choice, scan).length
  const asIs = sentAsIs(choice, scan).length
  const parts = [
    t('summary.mask', { count: actions.mask }), actions.replace > 0 && t('summary.replace', { count: actions.replace }), actions.keep > 0 && t('summary.keep', { count: actions.keep }),
    out > 0 && t('review.out', { count: out }),
  ].filter((part) => part !== false)
  const items = [
    { key: 'hits', label: t('review.hits', { shown: formatCount(scan.hits.length, language) }), children: <HitsPane scan={scan} choice={choice} onChange={onChange} rows={rows} onWords={() => { setTab('words') }} /> },
    { key: 'files', label: t('review.files', { shown: formatCount(scan.files.length, language) }), children: <FilesPane scan={scan} choice={choice} onChange={onChange} /> },
    { key: 'words', label: t('review.words'), children: <WordsPane typed={typed} onType={(words) => { setAsked(false); setTyped(words) }} isAsked={isAsked} onSaved={scanning.again} /> },
  ]
  const close = (): void => {
    if (typed === undefined) { onClose(); return }
    setTab('words')
    setAsked(true)
  }
  return (
    <Modal
      open onCancel={close} width="min(1240px, calc(100vw - 48px))" style={{ top: 24 }} title={t('review.title')} className={styles.dialog ?? ''} mask={{ closable: false }}
      footer={(
        <div className={styles.footer}>
          <p role="status">{scanning.isCurrent ? parts.join('　') : t('scan.last')}</p>
          {scanning.isCurrent && asIs > 0 && <p data-tone="ochre" role="status">{t('summary.asIs', { count: asIs })}</p>}
          <Button type="primary" onClick={close}>{t('review.done')}</Button>
        </div>
      )}
    >
      {!scanning.isCurrent && <div className={styles.progress}><ScanState scanning={scanning} /></div>}
      <Tabs activeKey={tab} onChange={setTab} items={items} className={styles.tabs ?? ''} />
    </Modal>
  )
}
