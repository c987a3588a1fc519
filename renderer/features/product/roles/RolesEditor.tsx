/** Who is what for each work, to write: a cell goes from letter to letter when it is pressed, or takes the one that is typed; the arrow keys go around. */
import { Button } from 'antd'
import { Plus, Undo2, X } from 'lucide-react'
import { useId, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldRow } from '#shared/model/fields'
import { newBlockId } from '#shared/model/ids'
import { activityOf, heldPosts, isEmptyRole, lettersOf, nextLetter, roleLetters, withLetter } from './rolesMatrix'
import styles from './roles.module.css'

interface RolesEditorProps { rows: readonly FieldRow[]; offered: readonly string[]; onChange: (rows: FieldRow[]) => void }

const arrows: Readonly<Record<string, readonly [down: number, across: number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }

const cellAt = (table: Element | null, row: number, column: number): HTMLElement | null => table?.querySelector<HTMLElement>(`[data-cell="${String(row)} ${String(column)}"]`) ?? null

export const RolesEditor = ({ rows: kept, offered, onChange }: RolesEditorProps) => {
  const { t } = useTranslation(['product', 'record'])
  /** The rows in their order, the empty ones with them; what a row says is what the session has. */
  const [places, setPlaces] = useState(kept)
  const rows = [...places.flatMap((place) => kept.find(({ id }) => id === place.id) ?? (isEmptyRole(place) ? [place] : [])), ...kept.filter(({ id }) => !places.some((place) => place.id === id))]
  /** The columns as they stood last, with posts that have no letter, or none any more. */
  const [held, setHeld] = useState<readonly string[]>([])
  const [typed, setTyped] = useState('')
  const [removed, setRemoved] = useState<{ label: string; rows: readonly FieldRow[]; posts: readonly string[] }>()
  const postsId = useId()
  const posts = heldPosts(held, rows)

  const change = (next: readonly FieldRow[], columns: readonly string[] = posts): void => {
    setPlaces(next)
    setHeld(columns)
    onChange(next.filter((row) => !isEmptyRole(row)))
  }
  const replace = (row: FieldRow): void => { setRemoved(undefined); change(rows.map((other) => (other.id === row.id ? row : other))) }
  const add = (): void => {
    const row = { id: newBlockId() }
    setPlaces([...rows, row])
    requestAnimationFrame(() => document.getElementById(`role-${row.id}`)?.focus())
  }
  const addPost = (post: string): void => {
    const name = post.trim()
    if (name !== '') setHeld([...posts, name])
    setTyped('')
  }
  const removePost = (post: string): void => {
    setRemoved({ label: post, rows, posts })
    change(rows.map((row) => withLetter(row, post, undefined)), posts.filter((other) => other !== post))
  }
  const pressed = (event: KeyboardEvent<HTMLElement>, row: FieldRow, post: string, at: readonly [number, number]): void => {
    const [down, across] = arrows[event.key] ?? [0, 0]
    const letter = roleLetters.find((each) => each === event.key.toUpperCase())
    const isEmptied = event.key === 'Delete' || event.key === 'Backspace' || event.key === '-'
    if ((down === 0 && across === 0 && !letter && !isEmptied) || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    if (letter !== undefined || isEmptied) replace(withLetter(row, post, letter))
    else cellAt(event.currentTarget.closest('table'), at[0] + down, at[1] + across)?.focus()
  }
  return (
    <>
      {rows.length > 0 && (
        <div className={styles.scroll}>
          <table className={styles.table} data-editing aria-label={t('roles.label')}>
            <thead>
              <tr>
                <th scope="col">{t('roles.activity')}</th>
                {posts.map((post) => (
                  <th key={post} scope="col">{post}<button type="button" className={styles.drop} aria-label={t('roles.removePost', { post })} title={t('roles.removePost', { post })} onClick={() => removePost(post)}><X size={12} /></button></th>
                ))}
                <td className={styles.tool} />
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => {
                const label = activityOf(row) || t('record:results.row', { number: index + 1 })
                return (
                  <tr key={row.id}>
                    <td>
                      <input
                        id={`role-${row.id}`} value={activityOf(row)} aria-label={t('roles.activityOf', { number: index + 1 })} autoComplete="off" maxLength={1000} onChange={(event) => replace({ ...row, activity: event.target.value || undefined })}
                        onKeyDown={(event) => { if (event.key === 'Enter' && !event.nativeEvent.isComposing) { event.preventDefault(); const next = rows[index + 1]; if (next) document.getElementById(`role-${next.id}`)?.focus(); else add() } }}
                      />
                    </td>
                    {posts.map((post, column) => {
                      const letters = lettersOf(row, post)
                      const words = letters.map((letter) => t(`roles.letter.${letter}`)).join(t('common:listComma')) || t('roles.none')
                      return (
                        <td key={post}>
                          <button
                            type="button" className={styles.cell} data-cell={`${String(index)} ${String(column)}`} data-letter={letters[0]} aria-label={t('roles.cell', { post, label, words })} title={words}
                            onClick={() => replace(withLetter(row, post, nextLetter(letters)))} onKeyDown={(event) => pressed(event, row, post, [index, column])}
                          >
                            {letters.join('/') || '·'}
                          </button>
                        </td>
                      )
                    })}
                    <td>
                      <Button
                        type="text" size="small" icon={<X size={14} />} aria-label={t('record:results.deleteNamed', { label })} title={t('record:results.delete')}
                        onClick={() => { setRemoved(isEmptyRole(row) ? undefined : { label: activityOf(row), rows, posts }); change(rows.filter((other) => other !== row)) }}
                      />
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
      <div className={styles.foot}>
        <Button size="small" icon={<Plus size={14} />} onClick={add}>{t('roles.add')}</Button>
        {rows.length > 0 && (
          <>
            <input
              className={styles.post} value={typed} list={postsId} aria-label={t('roles.addPost')} placeholder={t('roles.addPost')} autoComplete="off" maxLength={200} onChange={(event) => setTyped(event.target.value)} onBlur={() => addPost(typed)}
              onKeyDown={(event) => { if (event.key === 'Enter' && !event.nativeEvent.isComposing) { event.preventDefault(); addPost(typed) } }}
            />
            <datalist id={postsId}>{offered.filter((post) => !posts.includes(post)).map((post) => <option key={post} value={post} />)}</datalist>
            <span className={styles.legend}>{t('roles.keys')}</span>
          </>
        )}
        {removed && (
          <span className={styles.removed} role="status">
            {t('record:results.deleted', { label: removed.label })}<Button type="link" size="small" icon={<Undo2 size={14} />} onClick={() => { change(removed.rows, removed.posts); setRemoved(undefined) }}>{t('record:results.undo')}</Button>
          </span>
        )}
      </div>
    </>
  )
}
