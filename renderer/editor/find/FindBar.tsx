/** Finding, and while a text is edited replacing: how many there are, one after another, with upper and lower case or without. */
import { Button, Input, type InputRef } from 'antd'
import type { LexicalEditor } from 'lexical'
import { CaseSensitive, ChevronDown, ChevronUp, X } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { ToolButton } from '../toolbar/ToolButton'
import css from './find.module.css'
import { replaceMatches } from './replaceMatches'
import { showMatch, useDrawnMatches, useMatches } from './useMatches'

export interface FindBarProps {
  /** Holds what is searched. */
  root: RefObject<Element | null>
  /** What scrolls. */
  column: RefObject<Element | null>
  /** Undefined while the text is only read: then nothing can be replaced. */
  editor: LexicalEditor | undefined
  /** What the search begins with. */
  initialText: string
  /** Raised by every wish to find, so that the field takes the focus again; `replacing`: the wish was to replace. */
  asked: { times: number, replacing: boolean }
  /** Given the match that was shown last. */
  onClose: (at: Range | undefined) => void
}

/** The match after the place where the text was read or written, counted round. */
const firstInSight = (ranges: readonly Range[], column: Element): number => {
  const top = column.getBoundingClientRect().top
  const index = ranges.findIndex((range) => range.getBoundingClientRect().bottom > top)
  return index === -1 ? 0 : index
}

const useFinding = ({ root, column, initialText }: Pick<FindBarProps, 'root' | 'column' | 'initialText'>) => {
  const [text, setText] = useState(initialText)
  const [matchCase, setMatchCase] = useState(false)
  const { ranges, round } = useMatches(root, { text, matchCase })
  const [at, setAt] = useState<number>()
  const [shownRound, setShownRound] = useState(round)
  if (shownRound !== round) {
    setShownRound(round)
    if (at !== undefined && at >= ranges.length) setAt(ranges.length > 0 ? 0 : undefined)
  }
  const index = at ?? (ranges.length > 0 && column.current ? firstInSight(ranges, column.current) : undefined)
  const current = index === undefined ? undefined : ranges[index]
  useDrawnMatches(ranges, current)
  useEffect(() => { if (current && column.current) showMatch(current, column.current) }, [current, column])
  return {
    text, matchCase, ranges, index, current,
    type: (next: string) => { setText(next); setAt(undefined) },
    toggleCase: () => { setMatchCase(!matchCase); setAt(undefined) },
    /** The next one takes the place of one that was replaced, unless what it was replaced with is found as well. */
    passReplaced: (replacement: string) => {
      const same = (each: string): string => (matchCase ? each : each.toLowerCase())
      if (index !== undefined) setAt(index + same(replacement).split(same(text)).length - 1)
    },
    go: (step: 1 | -1) => { if (index !== undefined) setAt((index + step + ranges.length) % ranges.length) },
  }
}

export const FindBar = ({ editor, asked, onClose, ...where }: FindBarProps) => {
  const { t } = useTranslation('editor')
  const finding = useFinding(where)
  const { text, ranges, index, current } = finding
  const [replacement, setReplacement] = useState('')
  const [said, setSaid] = useState('')
  const field = useRef<InputRef>(null)
  const replacementField = useRef<InputRef>(null)
  useEffect(() => { (asked.replacing && editor ? replacementField : field).current?.focus({ cursor: 'all' }) }, [asked, editor])
  const replaceAll = (): void => {
    if (!editor) return
    setSaid(t('find.replaced', { count: replaceMatches(editor, ranges, replacement) }))
    // The button can't keep the focus once there is nothing left to replace.
    field.current?.focus()
  }
  const replaceOne = (): void => {
    if (!editor || !current) return
    replaceMatches(editor, [current], replacement)
    replacementField.current?.focus()
    finding.passReplaced(replacement)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') onClose(current)
    else if (event.key === 'F3') finding.go(event.shiftKey ? -1 : 1)
    else return
    event.preventDefault()
  }
  const count = text === '' ? '' : index === undefined ? t('find.none') : t('find.place', { at: index + 1, count: ranges.length })
  return (
    <div className={css.bar} role="dialog" aria-label={t(editor ? 'find.replaceTitle' : 'find.title')} onKeyDown={onKeyDown}>
      <Input
        ref={field} size="small" className={css.field} aria-label={t('find.text')} placeholder={t('find.text')} value={text} onChange={(event) => { setSaid(''); finding.type(event.target.value) }}
        onPressEnter={(event) => { if (!event.nativeEvent.isComposing) finding.go(event.shiftKey ? -1 : 1) }}
      />
      <span className={css.tools}>
        <span className={css.count} role="status">{said || count}</span>
        <ToolButton icon={ChevronUp} label={t('find.previous')} keys="Shift+Enter" disabled={index === undefined} onClick={() => { finding.go(-1) }} />
        <ToolButton icon={ChevronDown} label={t('find.next')} keys="Enter" disabled={index === undefined} onClick={() => { finding.go(1) }} />
        <ToolButton icon={CaseSensitive} label={t('find.case')} pressed={finding.matchCase} onClick={finding.toggleCase} />
        <ToolButton icon={X} label={t('find.close')} keys="Esc" onClick={() => { onClose(current) }} />
      </span>
      {editor && (
        <>
          <Input
            ref={replacementField} size="small" className={css.field} aria-label={t('find.replacement')} placeholder={t('find.replacement')} value={replacement}
            onChange={(event) => { setReplacement(event.target.value) }} onPressEnter={(event) => { if (!event.nativeEvent.isComposing) replaceOne() }}
          />
          <span className={css.tools}>
            <Button size="small" disabled={index === undefined} onClick={replaceOne}>{t('find.replace')}</Button>
            <Button size="small" disabled={index === undefined} onClick={replaceAll}>{t('find.replaceAll')}</Button>
          </span>
        </>
      )}
    </div>
  )
}
