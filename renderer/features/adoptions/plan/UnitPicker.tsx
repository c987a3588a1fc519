/** Chooses units from their tree, whole branches at once. */
import { Input, Tree } from 'antd'
import { Search } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lowestOf, matching, type UnitItem } from './unitTree'
import styles from './plan.module.css'

interface UnitPickerProps {
  tree: readonly UnitItem[]
  /** The lowest units, by their keys. */
  chosen: ReadonlySet<string>
  onChoose: (chosen: ReadonlySet<string>) => void
  /** What is said beside a unit. */
  noteOf: (name: string) => string
}

export const UnitPicker = ({ tree, chosen, onChoose, noteOf }: UnitPickerProps) => {
  const { t } = useTranslation('adoptions')
  const [text, setText] = useState('')
  const shown = useMemo(() => matching(tree, text), [tree, text])
  const inSight = useMemo(() => new Set(lowestOf(shown)), [shown])
  const check = (checked: readonly string[]): void => {
    onChoose(new Set([...[...chosen].filter((key) => !inSight.has(key)), ...checked.filter((key) => inSight.has(key))]))
  }
  return (
    <div className={styles.picker}>
      <Input prefix={<Search size={14} aria-hidden="true" />} allowClear value={text} placeholder={t('plan.find')} aria-label={t('plan.find')} onChange={(event) => { setText(event.target.value) }} />
      {shown.length === 0 ? <p className={styles.hint}>{t('plan.notFound')}</p> : (
        <Tree<UnitItem>
          key={text} checkable selectable={false} defaultExpandAll height={264} treeData={shown} aria-label={t('plan.units')}
          checkedKeys={[...chosen].filter((key) => inSight.has(key))}
          onCheck={(keys) => { check((Array.isArray(keys) ? keys : keys.checked).map(String)) }}
          titleRender={({ title }) => { const note = noteOf(title); return <span className={styles.unit}>{title}{note !== '' && <span>{note}</span>}</span> }}
        />
      )}
    </div>
  )
}
