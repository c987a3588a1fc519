/** Masking among the terms of a package: whether it is done, how far the look through is, and what comes of it in a few lines. */
import { EyeOff, ListChecks } from 'lucide-react'
import { Button, Switch } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '#renderer/ui/format'
import { useLanguage } from '#renderer/ui/useLanguage'
import { staysUnlessSent, type MaskScan } from '#shared/contract/masking'
import type { RecordRow } from '#shared/contract/records'
import { countActions, countKinds, sentAsIs, stayingOut, type MaskChoice } from './choice/maskChoice'
import { kindsOf } from './choice/shownHits'
import { MaskReview } from './review/MaskReview'
import { kindIcons } from './kindIcons'
import styles from './masking.module.css'
import { ScanState } from './ScanState'
import type { PackMasking } from './useMasking'

interface MaskSectionProps {
  masking: PackMasking
  /** The records that would go in. */
  rows: readonly RecordRow[]
  /** Whether an earlier package to the same recipient was masked. */
  wasMasked: boolean
}

export const MaskSection = ({ masking, rows, wasMasked }: MaskSectionProps) => {
  const { t } = useTranslation('masking')
  const id = useId()
  const { on, setOn } = masking
  return (
    <section className={styles.section} aria-label={t('title')}>
      <EyeOff size={16} aria-hidden="true" />
      <div>
        <div className={styles.switch}>
          <Switch size="small" checked={on} onChange={setOn} aria-labelledby={`${id}-label`} aria-describedby={`${id}-hint`} />
          <span id={`${id}-label`} onClick={() => { setOn(!on) }}>{t('switch')}</span>
        </div>
        <p id={`${id}-hint`} className={styles.hint}>{t('hint')}</p>
        {!on && wasMasked && <p className={styles.warning} role="status">{t('wasMasked')}</p>}
        {on && <Scanned masking={masking} rows={rows} />}
      </div>
    </section>
  )
}

const Scanned = ({ masking: { scanning, choice, change }, rows }: Pick<MaskSectionProps, 'masking' | 'rows'>) => {
  const [isOpen, setOpen] = useState(false)
  const { scan, isCurrent } = scanning
  return (
    <div className={styles.scanned}>
      {!isOpen && <ScanState scanning={scanning} />}
      {scan && isCurrent && <Summary scan={scan} choice={choice} onOpen={() => { setOpen(true) }} />}
      {isOpen && scan && <MaskReview scan={scan} scanning={scanning} choice={choice} onChange={change} rows={rows} onClose={() => { setOpen(false) }} />}
    </div>
  )
}

const Summary = ({ scan, choice, onOpen }: { scan: MaskScan; choice: MaskChoice; onOpen: () => void }) => {
  const { t } = useTranslation('masking')
  const language = useLanguage()
  const counts = countKinds(scan.hits)
  const actions = countActions(choice, scan.hits)
  const places = scan.hits.reduce((sum, { count }) => sum + count, 0)
  const out = new Set(stayingOut(choice, scan))
  const blocked = scan.files.filter((file) => file.why === 'found' && out.has(file)).length
  const held = scan.files.filter((file) => staysUnlessSent.has(file.why) && out.has(file)).length
  const asIs = sentAsIs(choice, scan).length
  const unchecked = scan.files.filter((file) => file.why !== 'found' && !out.has(file)).length
  return (
    <div className={styles.summary} role="status">
      <div>
        {scan.hits.length === 0
          ? <p>{t('summary.nothing', { count: scan.records, shown: formatCount(scan.records, language) })}</p>
          : (
            <>
              <p className={styles.found}>
                <strong>{t('summary.found', { count: scan.hits.length, shown: formatCount(scan.hits.length, language), places: formatCount(places, language) })}</strong>
                {kindsOf(scan.hits).map((kind) => {
                  const Icon = kindIcons[kind]
                  return <span key={kind} className={styles.kind}><Icon size={13} aria-hidden="true" />{t(`kind.${kind}`)} {formatCount(counts.get(kind) ?? 0, language)}</span>
                })}
              </p>
              <p className={styles.actions}>
                {actions.mask > 0 && <span>{t('summary.mask', { count: actions.mask })}</span>}
                {actions.replace > 0 && <span>{t('summary.replace', { count: actions.replace })}</span>}
                {actions.keep > 0 && <span data-tone="ochre">{t('summary.keep', { count: actions.keep })}</span>}
              </p>
            </>
          )}
        {blocked > 0 && <p className={styles.hint}>{t('summary.blocked', { count: blocked })}</p>}
        {held > 0 && <p className={styles.hint}>{t('summary.held', { count: held })}</p>}
        {asIs > 0 && <p className={styles.warning}>{t('summary.asIs', { count: asIs })}</p>}
        {unchecked > 0 && <p className={styles.warning}>{t('summary.unchecked', { count: unchecked })}</p>}
        {scan.cleaned > 0 && <p className={styles.hint}>{t('summary.cleaned', { count: scan.cleaned })}</p>}
      </div>
      <Button icon={<ListChecks size={15} />} onClick={onOpen}>{t(scan.hits.length === 0 ? 'summary.openRest' : 'summary.open')}</Button>
    </div>
  )
}
