/** The tree itself: arrow keys go through it, F2 renames in place, Alt with an arrow key moves, Delete removes; units can be dragged too. */
import { Tree, type TreeDataNode, type TreeProps } from 'antd'
import { useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '#renderer/ui/format'
import { useLanguage } from '#renderer/ui/useLanguage'
import { useSize } from '#renderer/ui/useSize'
import type { Word } from '#shared/contract/vocabularies'
import { NameInput } from '../words/NameInput'
import { placeDropped, unitTree, type Direction, type UnitItem, type UnitPlace } from './unitPlaces'
import styles from './units.module.css'

type UnitNode = UnitItem & Pick<TreeDataNode, 'isLeaf'>

interface UnitTreeProps {
  units: readonly Word[]
  readOnly: boolean
  selected: string | undefined
  editing: string | undefined
  onSelect: (key: string | undefined) => void
  onEdit: (key: string | undefined) => void
  onNamed: (word: Word, into: string | undefined) => void
  onPlace: (word: Word, to: UnitPlace) => void
  onTowards: (word: Word, direction: Direction) => void
  onRemove: (word: Word) => void
}

const directions: Readonly<Record<string, Direction>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' }

/** Above the target, below it, or on it: the tree tells the place among the target's siblings. */
const gapOf = ({ dropToGap, dropPosition, node }: Parameters<NonNullable<TreeProps<UnitNode>['onDrop']>>[0]): number =>
  (dropToGap ? Math.sign(dropPosition - Number(node.pos.split('-').at(-1))) || 1 : 0)

export const UnitTree = ({ units, readOnly, selected, editing, onSelect, onEdit, onNamed, onPlace, onTowards, onRemove }: UnitTreeProps) => {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const holder = useRef<HTMLDivElement>(null)
  const size = useSize(holder)
  /** What is folded, so that what comes new is open. */
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const unit = units.find(({ key }) => key === selected)

  /** Before the tree sees them: it would go on to the next unit. */
  const pressed = (event: KeyboardEvent): void => {
    if (readOnly || !unit || editing !== undefined) return
    const direction = event.altKey ? directions[event.key] : undefined
    if (direction) onTowards(unit, direction)
    else if (event.key === 'F2') onEdit(unit.key)
    else if (event.key === 'Delete') onRemove(unit)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const focusTree = (): void => { holder.current?.querySelector<HTMLElement>('[role=tree]')?.focus() }

  return (
    <div ref={holder} className={styles.tree} onKeyDownCapture={pressed}>
      {size && (
        <Tree<UnitNode>
          blockNode height={size.height} itemHeight={28} motion={false} aria-label={t('parts.units')} treeData={unitTree(units)} draggable={readOnly || editing !== undefined ? false : { icon: false }}
          selectedKeys={selected === undefined ? [] : [selected]} activeKey={selected ?? null} expandedKeys={units.flatMap(({ key }) => (folded.has(key) ? [] : [key]))}
          onExpand={(open) => { setFolded(new Set(units.flatMap(({ key }) => (open.includes(key) ? [] : [key])))) }}
          onSelect={(_keys, { node }) => { onSelect(node.key) }} onActiveChange={(active) => { if (units.some(({ key }) => key === active)) onSelect(String(active)) }}
          onDrop={(drop) => { onPlace(drop.dragNode.word, placeDropped(units, drop.node.word, gapOf(drop))) }}
          titleRender={({ key, word }) => (editing === key
            ? <NameInput label={t('words.newName', { name: word.name })} value={word.name} onDone={(into) => { onNamed(word, into); focusTree() }} />
            : <span className={styles.item} onDoubleClick={readOnly ? undefined : () => { onEdit(key) }}>
              <span className={styles.itemName}>{word.name}</span>
              {word.code !== '' && <span className={styles.code}>{word.code}</span>}
              <span className={styles.itemCount} aria-label={t('words.uses', { count: word.count, shown: formatCount(word.count, language) })}>{word.count > 0 && formatCount(word.count, language)}</span>
            </span>)}
        />
      )}
    </div>
  )
}
