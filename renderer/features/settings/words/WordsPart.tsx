/** Fields, tags or people of the library: found, added, renamed, merged and removed. */
import { Input, Segmented } from 'antd'
import { Search } from 'lucide-react'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '#renderer/ui/format'
import { EmptyState } from '#renderer/ui/states/EmptyState'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { VocabularyKind, Word } from '#shared/contract/vocabularies'
import { AddWords } from './AddWords'
import { ChosenBar } from './ChosenBar'
import { MergeDialog } from './MergeDialog'
import { PersonDialog } from './PersonDialog'
import { RemoveDialog } from './RemoveDialog'
import { useFindUses, useWordActions, useWords } from './useWords'
import { wordRows, type Shown, type WordOrder } from './wordRows'
import { WordTable } from './WordTable'
import styles from './words.module.css'

type ListKind = Exclude<VocabularyKind, 'units'>

interface WordsPartProps { kind: ListKind; readOnly: boolean }

export const WordsPart = ({ kind, readOnly }: WordsPartProps) => {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const words = useWords(kind)
  const unknown = words.data?.filter(({ known }) => !known).length ?? 0
  return (
    <section className={styles.page} aria-labelledby="words-title">
      <header className={styles.head}>
        <h2 id="words-title">{t(`parts.${kind}`)}{words.data && words.data.length > 0 && <span className={styles.total}>
          {t('words.total', { count: words.data.length, shown: formatCount(words.data.length, language) })}{unknown > 0 && t('words.totalUnknown', { count: unknown })}
        </span>}</h2>
        <p className={styles.text}>{t(`words.text.${kind}`)}{readOnly && t('words.readOnly')}</p>
      </header>
      {words.isPending && <SkeletonRows rows={12} rowHeight={36} />}
      {words.error && <div className={styles.inset}><ErrorPanel error={words.error} what={t('words.notRead')} onRetry={() => { void words.refetch() }} /></div>}
      {words.data && <Words kind={kind} words={words.data} readOnly={readOnly} />}
    </section>
  )
}

type Dialog = { do: 'merge' | 'remove'; names: string[] } | { do: 'person'; word: Word }

const Words = ({ kind, words, readOnly }: WordsPartProps & { words: readonly Word[] }) => {
  const { t } = useTranslation('settings')
  const actions = useWordActions(kind, words)
  const find = useFindUses(kind)
  const [typed, setTyped] = useState('')
  const sought = useDeferredValue(typed)
  const [shown, setShown] = useState<Shown>('all')
  const [order, setOrder] = useState<WordOrder>()
  const [editing, setEditing] = useState<string>()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [dialog, setDialog] = useState<Dialog>()
  const rows = useMemo(() => wordRows(words, sought, shown, order), [words, sought, shown, order])
  const known = new Map(words.map((word) => [word.name, word]))
  const names = [...chosen].filter((name) => known.has(name))
  const clear = (): void => { setChosen(new Set()) }
  const choose = (some: readonly string[], isChosen: boolean): void => {
    const next = new Set(names)
    for (const name of some) if (isChosen) next.add(name); else next.delete(name)
    setChosen(next)
  }
  const edit = (name: string): void => {
    const word = known.get(name)
    if (kind === 'people' && word) setDialog({ do: 'person', word })
    else setEditing(name)
  }
  const named = (name: string, into: string | undefined): void => {
    setEditing(undefined)
    if (into !== undefined) void actions.rename(name, into)
  }
  const add = async (fresh: string[]): Promise<boolean> => {
    const isAdded = await actions.add(fresh)
    if (isAdded) { setTyped(''); setShown('all') }
    return isAdded
  }
  const close = (): void => { setDialog(undefined) }
  const adding = !readOnly && <AddWords kind={kind} onAdd={add} />
  if (words.length === 0) return <div className={styles.empty}><EmptyState title={t(`words.empty.${kind}.title`)} text={t(`words.empty.${kind}.text`)} action={adding} /></div>
  return (
    <>
      <div className={styles.bar}>
        <Input
          className={styles.filter ?? ''} prefix={<Search size={15} aria-hidden="true" />} allowClear placeholder={t('words.filter')} aria-label={t('words.filter')}
          value={typed} onChange={(event) => { setTyped(event.target.value) }}
        />
        <Segmented<Shown>
          aria-label={t('words.show')} value={shown} onChange={setShown}
          options={(['all', 'unused', 'unknown'] as const).map((value) => ({ value, label: t(`words.shown.${value}`) }))}
        />
        <span className={styles.space} />
        {adding}
      </div>
      {rows.length === 0 ? <div className={styles.inset}><p className={styles.hint}>{t('words.noneShown')}</p></div> : (
        <WordTable
          label={t(`parts.${kind}`)} rows={rows} withDetails={kind === 'people'} readOnly={readOnly} chosen={chosen} onChoose={choose} order={order} onOrder={setOrder}
          editing={editing} onEdit={edit} onNamed={named} onFind={find} onTakeIn={(name) => void actions.add([name])}
          onRemove={(name) => { setDialog({ do: 'remove', names: names.includes(name) ? names : [name] }) }}
        />
      )}
      {rows.length === 0 && <span className={styles.space} />}
      <ChosenBar
        names={names} unknown={names.filter((name) => known.get(name)?.known === false)} rows={rows.length} total={words.length} isPending={actions.isPending}
        onMerge={() => { setDialog({ do: 'merge', names }) }} onRemove={() => { setDialog({ do: 'remove', names }) }}
        onTakeIn={(some) => void actions.add(some)} onClear={clear}
      />
      {dialog?.do === 'merge' && <MergeDialog kind={kind} names={dialog.names} words={words} onClose={close} onMerge={(into) => { close(); clear(); void actions.merge(dialog.names, into) }} />}
      {dialog?.do === 'remove' && <RemoveDialog kind={kind} names={dialog.names} words={words} onClose={close} onRemove={(fromRecords) => { close(); clear(); void actions.remove(dialog.names, fromRecords) }} />}
      {dialog?.do === 'person' && <PersonDialog word={dialog.word} words={words} actions={actions} onClose={close} />}
    </>
  )
}
