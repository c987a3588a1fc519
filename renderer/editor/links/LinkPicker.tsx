/** Chooses what to link to: an address that is typed, or a record that the typed words find. */
import { Input } from 'antd'
import { Globe } from 'lucide-react'
import { useEffect, useId, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { TypeMark } from '#renderer/ui/marks/TypeMark'
import { usePaused } from '#renderer/ui/usePaused'
import { useWish } from '#renderer/ui/useWish'
import type { RecordRow } from '#shared/contract/records'
import floating from '../floating/floating.module.css'
import { movedIndex, optionId, OptionList } from '../floating/OptionList'
import type { RecordSource } from '../records/recordSource'
import { typedAddress } from './address'
import css from './links.module.css'

export type LinkTarget = { href: string } | { recordId: string, title: string }

interface LinkPickerProps {
  source: RecordSource
  /** The address of the link that is changed. */
  href: string
  onChoose: (target: LinkTarget) => void
  /** Undefined where there is no link yet. */
  onRemove: (() => void) | undefined
}

const pauseMs = 120
/** While the index is being built there is more every moment. */
const againMs = 1000

type Found = { of: string, rows: readonly RecordRow[], isWhole: boolean, failed: boolean }

/** What the words find. While others are searched for, what was found before stays. */
const useFound = (text: string, source: RecordSource): { found: Found | undefined, isSearching: boolean } => {
  const [found, setFound] = useState<Found>()
  useEffect(() => {
    if (text === '') return
    let wanted = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = (): void => {
      source.find(text).then(({ rows, isWhole }) => {
        if (!wanted) return
        setFound({ of: text, rows, isWhole, failed: false })
        if (!isWhole) timer = setTimeout(ask, againMs)
      }, (error: unknown) => {
        console.error(error)
        if (wanted) setFound({ of: text, rows: [], isWhole: true, failed: true })
      })
    }
    ask()
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [text, source])
  return { found: text === '' ? undefined : found, isSearching: text !== '' && found?.of !== text }
}

/** Enter right after a letter chooses the first of what is found with that letter, unless something else is wanted meanwhile. A failure is shown where the list is: it asks the same. */
const useFirstFound = (source: RecordSource, onFound: (row: RecordRow) => void) => {
  const { begin, forget } = useWish()
  const chooseFirst = async (text: string): Promise<void> => {
    const isWanted = begin()
    const found = await source.find(text).catch(() => undefined)
    const first = found?.rows[0]
    if (first && isWanted()) onFound(first)
  }
  return { chooseFirst, forget }
}

interface Choice { target: LinkTarget, icon: ReactNode, label: string, note: string }

const rowChoice = (row: RecordRow): Choice =>
  ({ target: { recordId: row.id, title: row.title }, icon: <TypeMark type={row.type} size={16} />, label: row.title, note: row.number })

export const LinkPicker = ({ source, href, onChoose, onRemove }: LinkPickerProps) => {
  const { t } = useTranslation('editor')
  const listId = useId()
  const [typed, setTyped] = useState(href)
  const [active, setActive] = useState(0)
  const address = typedAddress(typed)
  const words = address ? '' : typed.trim()
  const { found, isSearching } = useFound(usePaused(words, pauseMs), source)
  const { chooseFirst, forget } = useFirstFound(source, (row) => { onChoose(rowChoice(row).target) })
  const choices: Choice[] = [
    ...(address ? [{ target: { href: address }, icon: <Globe size={16} aria-hidden />, label: address, note: t('link.toAddress') }] : []),
    ...(words === '' ? [] : found?.rows.map(rowChoice) ?? []),
  ]
  const at = Math.min(active, Math.max(choices.length - 1, 0))
  const choose = (index: number): void => { const choice = choices[index]; if (choice) onChoose(choice.target) }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const moved = movedIndex(event.key, at, choices.length)
    if (moved !== undefined) setActive(moved)
    else if (event.key === 'Enter' && words !== '' && active === 0 && found?.of !== words) void chooseFirst(words)
    else if (event.key === 'Enter') choose(at)
    else return
    event.preventDefault()
  }
  const note = typed.trim() === '' ? t('link.hint') : choices.length > 0 ? undefined : isSearching || !found ? t('link.searching') : t(found.failed ? 'link.failed' : found.isWhole ? 'link.none' : 'link.building')
  return (
    <div className={css.picker}>
      <div className={css.field}>
        <Input
          size="small" autoFocus role="combobox" aria-label={t('link.field')} placeholder={t('link.placeholder')} value={typed} aria-expanded={choices.length > 0} aria-autocomplete="list"
          {...(choices.length > 0 ? { 'aria-controls': listId, 'aria-activedescendant': optionId(listId, at) } : {})}
          onFocus={(event) => { event.target.select() }} onChange={(event) => { setTyped(event.target.value); setActive(0); forget() }} onKeyDown={onKeyDown}
        />
        {onRemove && <button type="button" className={css.action} onClick={onRemove}>{t('link.remove')}</button>}
      </div>
      {choices.length > 0 && (
        <OptionList
          id={listId} label={t('link.field')} active={at} onActive={setActive} onChoose={choose}
          options={choices.map(({ target, icon, label, note: end }) => ({ id: 'href' in target ? target.href : target.recordId, icon, label, note: end }))}
        />
      )}
      {note !== undefined && <div className={floating.note} role="status">{note}</div>}
    </div>
  )
}
