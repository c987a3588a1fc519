/** New words, one or several at once. */
import { Button, Input } from 'antd'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VocabularyKind } from '#shared/contract/vocabularies'
import { namesIn } from './wordRows'
import styles from './words.module.css'

/** `onAdd` answers whether they were added: what was typed stays where not. */
interface AddWordsProps { kind: VocabularyKind; onAdd: (names: string[]) => Promise<boolean> }

export const AddWords = ({ kind, onAdd }: AddWordsProps) => {
  const { t } = useTranslation('settings')
  const [typed, setTyped] = useState('')
  const names = namesIn(typed)
  const add = async (): Promise<void> => {
    if (names.length > 0 && await onAdd(names)) setTyped('')
  }
  return (
    <form className={styles.adding} onSubmit={(event) => { event.preventDefault(); void add() }}>
      <Input aria-label={t(`words.fresh.${kind}`)} placeholder={t(`words.example.${kind}`)} value={typed} onChange={(event) => { setTyped(event.target.value) }} />
      <Button htmlType="submit" icon={<Plus size={15} />} disabled={names.length === 0}>{t('words.add')}</Button>
    </form>
  )
}
