/** The units of the library: a tree to arrange, one of them beside it with its code and what uses it, and those that only records name. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '#renderer/ui/format'
import { EmptyState } from '#renderer/ui/states/EmptyState'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { Word } from '#shared/contract/vocabularies'
import { AddWords } from '../words/AddWords'
import { MergeDialog } from '../words/MergeDialog'
import { RemoveDialog } from '../words/RemoveDialog'
import { useWordActions, useWords } from '../words/useWords'
import words from '../words/words.module.css'
import { StrayUnits } from './StrayUnits'
import { UnitPanel } from './UnitPanel'
import { UnitTree } from './UnitTree'
import styles from './units.module.css'
import { placeTowards, type Direction, type UnitPlace } from './unitPlaces'

export const UnitsPart = ({ readOnly }: { readOnly: boolean }) => {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const units = useWords('units')
  return (
    <section className={words.page} aria-labelledby="words-title">
      <header className={words.head}>
        <h2 id="words-title">{t('parts.units')}{units.data && units.data.length > 0 && <span className={words.total}>{t('words.total', { count: units.data.length, shown: formatCount(units.data.length, language) })}</span>}</h2>
        <p className={words.text}>{t('words.text.units')}{readOnly && t('words.readOnly')}</p>
      </header>
      {units.isPending && <SkeletonRows rows={8} rowHeight={28} />}
      {units.error && <div className={words.inset}><ErrorPanel error={units.error} what={t('words.notRead')} onRetry={() => { void units.refetch() }} /></div>}
      {units.data && <Units all={units.data} readOnly={readOnly} />}
    </section>
  )
}

interface Dialog { do: 'merge' | 'remove'; name: string }

const Units = ({ all, readOnly }: { all: readonly Word[]; readOnly: boolean }) => {
  const { t } = useTranslation('settings')
  const actions = useWordActions('units', all)
  const known = all.filter((word) => word.known)
  const [selected, setSelected] = useState<string>()
  const [editing, setEditing] = useState<string>()
  const [dialog, setDialog] = useState<Dialog>()
  const unit = known.find(({ key }) => key === selected)
  const close = (): void => { setDialog(undefined) }
  const place = (word: Word, to: UnitPlace | undefined): void => { if (to) void actions.move({ name: word.name, ...to }) }
  const named = async (word: Word, into: string | undefined): Promise<void> => {
    setEditing(undefined)
    if (into !== undefined && await actions.rename(word.name, into)) setSelected(into.trim() || word.key)
  }
  const towards = (word: Word, direction: Direction): void => { place(word, placeTowards(known, word, direction)) }
  if (all.length === 0) {
    const adding = !readOnly && <AddWords kind="units" onAdd={async (names) => actions.add(names)} />
    return <div className={words.empty}><EmptyState title={t('words.empty.units.title')} text={t('words.empty.units.text')} action={adding} /></div>
  }
  return (
    <div className={styles.units}>
      <div className={styles.side}>
        <UnitTree
          units={known} readOnly={readOnly} selected={selected} editing={editing} onSelect={setSelected} onEdit={setEditing} onNamed={(word, into) => void named(word, into)}
          onPlace={place} onTowards={towards} onRemove={({ name }) => { setDialog({ do: 'remove', name }) }}
        />
        <StrayUnits
          units={all.filter((word) => !word.known)} under={unit} readOnly={readOnly}
          onTakeIn={(name) => void actions.add([name], unit?.name)} onMerge={(name) => { setDialog({ do: 'merge', name }) }}
        />
      </div>
      <UnitPanel
        unit={unit} units={known} readOnly={readOnly} actions={actions} onRename={setEditing} onTowards={towards}
        onMerge={(name) => { setDialog({ do: 'merge', name }) }} onRemove={(name) => { setDialog({ do: 'remove', name }) }}
      />
      {dialog?.do === 'merge' && <MergeDialog kind="units" names={[dialog.name]} words={all} onClose={close} onMerge={(into) => { close(); void actions.merge([dialog.name], into) }} />}
      {dialog?.do === 'remove' && <RemoveDialog kind="units" names={[dialog.name]} words={all} onClose={close} onRemove={(fromRecords) => { close(); void actions.remove([dialog.name], fromRecords) }} />}
    </div>
  )
}
