/** The unit that the tree is on: its code, what uses it, what can be done to it, and new units below it. */
import { Button } from 'antd'
import { ArrowDown, ArrowUp, IndentDecrease, IndentIncrease, Merge, PenLine, Trash2, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '#renderer/ui/format'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { Word } from '#shared/contract/vocabularies'
import { AddWords } from '../words/AddWords'
import { useFindUses, type WordActions } from '../words/useWords'
import words from '../words/words.module.css'
import { CodeField } from './CodeField'
import { pathOf, placeTowards, type Direction } from './unitPlaces'
import styles from './units.module.css'

interface UnitPanelProps {
  /** Undefined where the tree is on none. */
  unit: Word | undefined
  units: readonly Word[]
  readOnly: boolean
  actions: WordActions
  onRename: (key: string) => void
  onTowards: (word: Word, direction: Direction) => void
  onMerge: (name: string) => void
  onRemove: (name: string) => void
}

const moves: readonly (readonly [Direction, LucideIcon])[] = [['up', ArrowUp], ['down', ArrowDown], ['out', IndentDecrease], ['in', IndentIncrease]]

export const UnitPanel = ({ unit, units, readOnly, actions, onRename, onTowards, onMerge, onRemove }: UnitPanelProps) => {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const find = useFindUses('units')
  if (!unit) {
    return (
      <aside className={styles.panel} aria-label={t('units.chosen')}>
        <p className={words.hint}>{t(readOnly ? 'units.choose' : 'units.chooseToEdit')}</p>
        {!readOnly && <div className={styles.block}><h3>{t('units.addTop')}</h3><AddWords kind="units" onAdd={async (names) => actions.add(names)} /></div>}
      </aside>
    )
  }
  const { name, key, count, isOwner } = unit
  const above = pathOf(units, unit).slice(0, -1)
  return (
    <aside className={styles.panel} aria-label={t('units.chosen')}>
      <div>
        {above.length > 0 && <p className={styles.path}>{above.join(' › ')}</p>}
        <h3 className={styles.name}>{name}</h3>
      </div>
      <dl className={styles.facts}>
        <dt>{t('units.code')}</dt>
        <dd>{isOwner || readOnly ? <><span className={styles.fixed}>{unit.code || t('units.noCode')}</span>{isOwner && <p className={words.hint}>{t('units.ownerCode')}</p>}</>
          : <CodeField key={`${key} ${unit.code}`} unit={unit} onCode={async (code) => actions.describe({ kind: 'units', name, code })} />}</dd>
        <dt>{t('units.records')}</dt>
        <dd>{count === 0 ? t('units.noRecords') : <Button className={styles.link ?? ''} type="link" size="small" onClick={() => { find(name) }}>{t('words.uses', { count, shown: formatCount(count, language) })}</Button>}</dd>
      </dl>
      {!readOnly && <>
        <div className={styles.buttons}>
          <Button icon={<PenLine size={15} />} onClick={() => { onRename(key) }} aria-keyshortcuts="F2">{t('words.rename')}</Button>
          <Button icon={<Merge size={15} />} onClick={() => { onMerge(name) }}>{t('units.merge')}</Button>
          <Button danger icon={<Trash2 size={15} />} onClick={() => { onRemove(name) }} aria-keyshortcuts="Delete">{t('units.remove')}</Button>
        </div>
        <div className={styles.moves} role="group" aria-label={t('units.move')}>
          {moves.map(([direction, Icon]) => (
            <Button key={direction} size="small" icon={<Icon size={15} />} disabled={!placeTowards(units, unit, direction) || actions.isPending} onClick={() => { onTowards(unit, direction) }}>{t(`units.moves.${direction}`)}</Button>
          ))}
        </div>
        <div className={styles.block}><h3>{t('units.addBelow', { name })}</h3><AddWords key={key} kind="units" onAdd={async (names) => actions.add(names, name)} /></div>
        <p className={words.hint}>{t('units.keys')}</p>
      </>}
    </aside>
  )
}
