/** Words that mean the same: typed one after another, taken away one by one. */
import { Button } from 'antd'
import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { WordsSelect } from '#renderer/ui/WordsSelect'
import styles from './synonyms.module.css'

interface SynonymRowProps {
  words: readonly string[]
  readOnly: boolean
  onChange: (words: string[]) => void
  onRemove: () => void
}

const separators = [',', '，', '、', ';', '；', '=', '＝']
const longest = 100

const cleaned = (words: readonly string[]): string[] => [...new Set(words.map((word) => word.trim().slice(0, longest)).filter((word) => word !== ''))]

export const SynonymRow = ({ words, readOnly, onChange, onRemove }: SynonymRowProps) => {
  const { t } = useTranslation('settings')
  const named = words.join(t('synonyms.and'))
  return (
    <li className={styles.row}>
      <WordsSelect
        open={false} disabled={readOnly} autoFocus={words.length === 0} aria-label={named === '' ? t('synonyms.newWords') : t('synonyms.words', { words: named })}
        value={[...words]} tokenSeparators={separators} placeholder={t('synonyms.example')} onChange={(next) => { onChange(cleaned(next)) }}
      />
      {!readOnly && <Button type="text" icon={<Trash2 size={15} />} aria-label={t('synonyms.remove', { words: named })} title={t('synonyms.removeThis')} onClick={onRemove} />}
      {words.length === 1 && <span className={styles.hint} role="status">{t('synonyms.oneMore')}</span>}
    </li>
  )
}
