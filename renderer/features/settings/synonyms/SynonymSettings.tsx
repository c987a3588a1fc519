/** Which words mean the same in the open library: rows to add, change and take away, saved at once. */
import { Button, Input } from 'antd'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SaveState } from '#renderer/ui/states/SaveState'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import { isWhole, rowsInSight, withNewRow } from './rows'
import { SynonymRow } from './SynonymRow'
import styles from './synonyms.module.css'
import { useSynonyms } from './useSynonyms'

/** More than a page of them is looked for rather than looked through. */
const shownAtOnce = 30
const soughtFrom = 10

export const SynonymSettings = ({ readOnly }: { readOnly: boolean }) => {
  const { t } = useTranslation('settings')
  const [typed, setTyped] = useState('')
  const { rows, change, saving, notRead, notSaved, readAgain, saveAgain } = useSynonyms()
  if (notRead) return <ErrorPanel error={notRead} what={t('synonyms.notRead')} onRetry={readAgain} />
  if (!rows) return <SkeletonRows rows={2} />
  const shown = rowsInSight(rows, typed, shownAtOnce)
  const whole = rows.filter(isWhole)
  const hidden = typed.trim() === '' ? rows.length - shown.length : 0
  return (
    <div className={styles.synonyms}>
      {whole.length > soughtFrom && <Input allowClear className={styles.sought ?? ''} aria-label={t('synonyms.find')} placeholder={t('synonyms.find')} value={typed} onChange={(event) => { setTyped(event.target.value) }} />}
      {rows.length === 0 && <p className={styles.hint}>{t(readOnly ? 'synonyms.none' : 'synonyms.noneYet')}</p>}
      {rows.length > 0 && shown.length === 0 && <p className={styles.hint}>{t('synonyms.notFound')}</p>}
      <ul className={styles.rows} aria-label={t('synonyms.title')}>
        {shown.map(({ key, words }) => (
          <SynonymRow
            key={key} words={words} readOnly={readOnly}
            onChange={(next) => { change(rows.map((row) => (row.key === key ? { key, words: next } : row))) }}
            onRemove={() => { change(rows.filter((row) => row.key !== key)) }}
          />
        ))}
      </ul>
      {hidden > 0 && <p className={styles.hint}>{t('synonyms.more', { count: hidden })}</p>}
      <div className={styles.foot}>
        {!readOnly && <Button icon={<Plus size={15} />} disabled={rows.some(({ words }) => words.length === 0)} onClick={() => { change(withNewRow(rows)) }}>{t('synonyms.add')}</Button>}
        {readOnly ? <span className={styles.hint}>{t('synonyms.readOnly')}</span> : saving && <SaveState saving={saving} />}
      </div>
      {notSaved && <ErrorPanel error={notSaved} what={t('synonyms.notSaved')} onRetry={saveAgain} />}
    </div>
  )
}
