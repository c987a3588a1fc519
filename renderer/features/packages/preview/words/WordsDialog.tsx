/** Asks what the words of a package's sender become here, one by one. */
import { Button, Modal, Segmented, Select, Table, type TableColumnsType } from 'antd'
import { Check } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ForeignWord, WordsToAdd } from '#shared/contract/packageMerge'
import type { LibraryFile } from '#shared/model/library'
import { toRows, VocabularyKind } from '#shared/model/vocabularies/rows'
import { wordMapFor, type WordMap } from '#shared/model/wordMaps'
import { choiceOfFates, fateKey, firstFates, likeliest, type WordFate, type WordFates } from './wordFates'
import styles from './words.module.css'

const pageSize = 50

interface WordsDialogProps {
  foreign: readonly ForeignWord[]
  library: LibraryFile
  /** The library that the package came from. */
  sender: { id: string; name: string }
  words: WordMap | undefined
  addWords: WordsToAdd
  onChoose: (words: WordMap, addWords: WordsToAdd) => void
  onClose: () => void
}

export const WordsDialog = ({ foreign, library, sender, words, addWords, onChoose, onClose }: WordsDialogProps) => {
  const { t } = useTranslation(['packages', 'common'])
  const [fates, setFates] = useState<WordFates>(() => firstFates(foreign, words, addWords))
  const names = useMemo(() => new Map(VocabularyKind.options.map((kind) => [kind, toRows(library.vocabularies, kind).map(({ own }) => own.name)])), [library])
  const set = (each: ForeignWord, fate: WordFate): void => { setFates(new Map([...fates, [fateKey(each), fate]])) }
  const setAll = (fate: WordFate): void => { setFates(new Map(foreign.map((each) => [fateKey(each), fate]))) }
  const isOpen = foreign.some((each) => { const fate = fates.get(fateKey(each)); return fate?.fate === 'into' && fate.into === '' })
  const choose = (): void => {
    const choice = choiceOfFates(foreign, fates, words ?? wordMapFor(library, sender.id))
    onChoose(choice.words, choice.addWords)
    onClose()
  }
  const columns: TableColumnsType<ForeignWord> = [
    { key: 'kind', title: t('words.kind'), width: 88, render: (_, { kind }) => <span className={styles.kind}>{t(`words.kinds.${kind}`)}</span> },
    { key: 'word', title: t('words.word'), render: (_, { word }) => <bdi>{word}</bdi> },
    { key: 'count', title: t('words.used'), width: 84, align: 'right', render: (_, { count }) => t('words.records', { count }) },
    { key: 'fate', title: t('words.fate'), width: 484, render: (_, each) => <Fate each={each} fate={fates.get(fateKey(each)) ?? { fate: 'keep' }} names={names.get(each.kind) ?? []} onFate={(fate) => { set(each, fate) }} /> },
  ]
  return (
    <Modal open width={920} title={t('words.title')} onCancel={onClose} cancelText={t('common:cancel')} okText={t('words.use')} okButtonProps={{ disabled: isOpen }} onOk={choose}>
      <p className={styles.about}>{t('words.about', { library: sender.name })}</p>
      <div className={styles.all}>
        <Button size="small" onClick={() => { setAll({ fate: 'keep' }) }}>{t('words.keepAll')}</Button>
        <Button size="small" onClick={() => { setAll({ fate: 'add' }) }}>{t('words.addAll')}</Button>
        {isOpen && <span className={styles.missing} role="status">{t('words.missing')}</span>}
      </div>
      <Table
        size="small" rowKey={fateKey} columns={columns} dataSource={[...foreign]} scroll={{ y: 360 }}
        pagination={foreign.length > pageSize && { pageSize, showSizeChanger: false, size: 'small' }}
      />
    </Modal>
  )
}

interface FateProps { each: ForeignWord; fate: WordFate; names: readonly string[]; onFate: (fate: WordFate) => void }

const Fate = ({ each, fate, names, onFate }: FateProps) => {
  const { t } = useTranslation('packages')
  const guess = useMemo(() => likeliest(each.word, names), [each.word, names])
  const first = each.into ?? guess ?? ''
  const options = names.map((name) => ({ value: name, label: name }))
  return (
    <div className={styles.fate}>
      <Segmented<WordFate['fate']>
        size="small" aria-label={t('words.choose', { word: each.word })} value={fate.fate} onChange={(next) => { onFate(next === 'into' ? { fate: next, into: first } : { fate: next }) }}
        options={[{ value: 'keep', label: t('words.keep') }, { value: 'into', label: t('words.into'), disabled: names.length === 0 && each.into === null }, { value: 'add', label: t('words.add') }]}
      />
      {fate.fate === 'into' && (
        <Select<string>
          size="small" className={styles.into ?? ''} showSearch={{ optionFilterProp: 'label' }} aria-label={t('words.intoWhich', { word: each.word })} placeholder={t('words.intoExample')} options={options}
          {...fate.into !== '' && { value: fate.into }} status={fate.into === '' ? 'error' : ''} onChange={(into) => { onFate({ fate: 'into', into }) }}
        />
      )}
      {fate.fate === 'into' && fate.into === each.into && <span className={styles.before}><Check size={13} aria-hidden="true" />{t('words.before')}</span>}
      {fate.fate === 'keep' && guess !== undefined && <Button type="link" size="small" onClick={() => { onFate({ fate: 'into', into: guess }) }}>{t('words.perhaps', { word: guess })}</Button>}
    </div>
  )
}
