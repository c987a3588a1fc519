/** A run of list items as nested lists, in the shape that the editor draws them in. */
import type { CSSProperties, ReactNode } from 'react'
import type { ListItemBlock } from '#shared/model/body/blocks'
import css from '../body.module.css'
import { nestLists, type ListTree } from '../mapping/listTree'
import { alignStyle } from './alignStyle'
import { useBlockElement } from './ViewContext'

interface ListViewProps {
  items: readonly ListItemBlock[]
  renderItem: (item: ListItemBlock) => ReactNode
}

const kindClass = { bullet: css.bullet, number: css.number, check: css.check } as const

const numberStyle = (start: number | undefined): CSSProperties => (start === undefined ? {} : { counterSet: `item ${start}` })

const Nested = ({ list, renderItem }: { list: ListTree } & Pick<ListViewProps, 'renderItem'>) => {
  const Tag = list.kind === 'number' ? 'ol' : 'ul'
  const check = list.kind === 'check'
  const element = useBlockElement()
  return (
    <Tag className={`${css.list} ${kindClass[list.kind]}`} role={check ? 'group' : undefined}>
      {list.entries.map((entry, index) => {
        if ('nested' in entry) return <li key={index} className={`${css.listItem} ${css.nestedItem}`} role={check ? 'none' : undefined}><Nested list={entry.nested} renderItem={renderItem} /></li>
        const { item } = entry
        return (
          <li
            key={index} {...element(item.id)} dir="auto" data-scheme={item.scheme} className={`${css.listItem} ${check ? (item.checked ? css.checked : css.unchecked) : ''}`}
            style={{ ...alignStyle(item), ...numberStyle(item.start) }} {...(check ? { role: 'checkbox', 'aria-checked': item.checked ?? false, 'aria-readonly': true } : {})}
          >
            {renderItem(item)}
          </li>
        )
      })}
    </Tag>
  )
}

export const ListView = ({ items, renderItem }: ListViewProps) =>
  <>{nestLists(items).map((list, index) => <Nested key={index} list={list} renderItem={renderItem} />)}</>
