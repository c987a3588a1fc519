/** Units that records name and the tree does not have: taken in, or made one with a unit of the tree. */
import { Button } from 'antd'
import { BookPlus, Merge } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '#renderer/ui/format'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { Word } from '#shared/contract/vocabularies'
import { useFindUses } from '../words/useWords'
import words from '../words/words.module.css'
import styles from './units.module.css'

/** `under`: the unit below which they are taken in, undefined for the top. */
interface StrayUnitsProps { units: readonly Word[]; under: Word | undefined; readOnly: boolean; onTakeIn: (name: string) => void; onMerge: (name: string) => void }

/** The commonest; the rest follows as these are settled. */
const most = 30

export const StrayUnits = ({ units, under, readOnly, onTakeIn, onMerge }: StrayUnitsProps) => {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const find = useFindUses('units')
  if (units.length === 0) return null
  return (
    <section className={styles.strays} aria-labelledby="strays-title">
      <h3 id="strays-title">{t('units.strays')}</h3>
      {!readOnly && <p className={words.hint}>{under ? t('units.straysBelow', { name: under.name }) : t('units.straysTop')}</p>}
      <ul>
        {units.slice(0, most).map(({ name, count }) => (
          <li key={name} className={styles.stray}>
            <span className={styles.itemName} title={name}>{name}</span>
            <Button type="link" size="small" onClick={() => { find(name) }} aria-label={t('words.find', { name, count, shown: formatCount(count, language) })}>{t('words.uses', { count, shown: formatCount(count, language) })}</Button>
            {!readOnly && <>
              <Button type="text" size="small" icon={<BookPlus size={15} />} onClick={() => { onTakeIn(name) }} aria-label={t('words.takeInOne', { name })}>{t('units.takeIn')}</Button>
              <Button type="text" size="small" icon={<Merge size={15} />} onClick={() => { onMerge(name) }} aria-label={t('units.mergeOne', { name })}>{t('units.merge')}</Button>
            </>}
          </li>
        ))}
      </ul>
      {units.length > most && <p className={words.hint}>{t('units.moreStrays', { count: units.length - most })}</p>}
    </section>
  )
}
