/** Asks what several words become: one of them, another, or a new one. */
import { AutoComplete, Modal } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '#renderer/ui/format'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { VocabularyKind, Word } from '#shared/contract/vocabularies'
import styles from './words.module.css'

interface MergeDialogProps { kind: VocabularyKind; names: readonly string[]; words: readonly Word[]; onMerge: (into: string) => void; onClose: () => void }

const longest = 100
/** More are found by typing. */
const offered = 50
const named = 8

export const MergeDialog = ({ kind, names, words, onMerge, onClose }: MergeDialogProps) => {
  const { t } = useTranslation(['settings', 'common'])
  const language = useLanguage()
  const id = useId()
  const merged = words.filter(({ name }) => names.includes(name)).sort((a, b) => Number(b.known) - Number(a.known) || b.count - a.count)
  const [typed, setTyped] = useState(names.length > 1 ? merged[0]?.name ?? '' : '')
  const into = typed.trim()
  const others = words.filter(({ name }) => !names.includes(name))
  const sought = merged.some(({ name }) => name === into) ? '' : into
  const options = [...names.length > 1 ? merged : [], ...others].filter(({ name }) => name.includes(sought)).slice(0, offered).map(({ name, count }) => ({
    value: name, label: t('words.option', { name, count, shown: formatCount(count, language) }),
  }))
  const count = merged.reduce((sum, word) => (word.name === into ? sum : sum + word.count), 0)
  const more = Math.max(0, merged.length - named)
  const isSame = names.length === 1 && names[0] === into
  return (
    <Modal
      open width={480} title={t(`words.mergeTitle.${kind}`, { count: names.length })} onCancel={onClose} cancelText={t('common:cancel')}
      okText={into === '' ? t('words.merge') : t('words.mergeInto', { into })} okButtonProps={{ disabled: into === '' || into.length > longest || isSame }} onOk={() => { onMerge(into) }}
    >
      <div className={styles.field}>
        <p className={styles.hint}>{t(more > 0 ? 'words.mergeWhatMany' : 'words.mergeWhat', { names: merged.slice(0, named).map(({ name }) => name).join(t('words.and')), more })}</p>
        <label htmlFor={id}>{t('words.into')}</label>
        <AutoComplete id={id} value={typed} options={options} maxLength={longest} onChange={(next: string | undefined) => { setTyped(next ?? '') }} placeholder={t('words.intoExample')} />
        <p className={styles.hint}>{t(`words.mergeEffect.${kind === 'units' ? 'units' : 'words'}`, { count, shown: formatCount(count, language) })}</p>
      </div>
    </Modal>
  )
}
