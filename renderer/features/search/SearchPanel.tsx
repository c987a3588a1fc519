/** The search itself: box, facets, results in groups, preview; all of it by keyboard. */
import type { InputRef } from 'antd'
import { useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useNavigation } from '#renderer/ui/navigation'
import type { SavedSearch } from '#shared/contract/search'
import { AnswerNotes } from './AnswerNotes'
import { accept, type Completion } from './complete/completion'
import { CompletionRow } from './complete/CompletionRow'
import { useCompletions } from './complete/useCompletions'
import { Facets } from './facets/Facets'
import { hitKey, shownGroups } from './hits'
import { SaveBar } from './keep/SaveBar'
import { useCanSave, useSavedBeside } from './keep/savedSearches'
import { runnable, SearchStart } from './keep/SearchStart'
import { currentActive, type Active } from './moveActive'
import { Preview } from './Preview'
import { QueryProblems } from './QueryProblems'
import { ResultHead } from './ResultHead'
import { Results } from './Results'
import { SearchBox } from './SearchBox'
import { SearchFooter } from './SearchFooter'
import { withText, type TypedSearch } from './typedSearch'
import { UnreadFiles } from './UnreadFiles'
import { useKeptLetters } from './useKeptLetters'
import { useOpenHit } from './useOpenHit'
import { useSearch } from './useSearch'
import { useSearchKeys } from './useSearchKeys'
import styles from './SearchOverlay.module.css'

export interface SearchPanelProps {
  search: TypedSearch
  /** The saved search that it was made of, by its id. */
  baseId: string | undefined
  onSearch: (search: TypedSearch, baseId: string | undefined) => void
  onClose: () => void
}

export const SearchPanel = ({ search, baseId, onSearch, onClose }: SearchPanelProps) => {
  const id = useId()
  const input = useRef<InputRef>(null)
  const start = useRef<HTMLDivElement>(null)
  useKeptLetters(input)
  const [caret, setCaret] = useState(search.text.length)
  const [moved, setMoved] = useState<Active>()
  const [isDismissed, setIsDismissed] = useState(false)
  const [saving, setSaving] = useState<{ saved?: SavedSearch }>()
  const isEmpty = search.text.trim() === ''
  const state = useSearch(search)
  const { found, error } = state
  const completions = useCompletions(search.text, caret, isEmpty || isDismissed)
  const { same, base } = useSavedBeside(search, baseId)
  const canSave = useCanSave()
  const { openSmartList } = useNavigation()
  const { open, openActive, forget } = useOpenHit(search.text, state, onClose)
  const groups = found && !error ? shownGroups(found.answer.groups) : []
  const hits = groups.flatMap((group) => group.hits)
  const lists = { completions: completions.list.length, hits: hits.length, isValue: completions.wanted?.kind === 'value' }
  const active = currentActive(moved, lists)
  const chosen = active?.list === 'completions' ? completions.list[active.index] : undefined
  const hit = hits[active?.list === 'hits' ? active.index : 0]

  const change = (next: TypedSearch, nextBaseId = baseId): void => {
    onSearch(next, next.text.trim() === '' ? undefined : nextBaseId)
    forget()
    setMoved(undefined)
    setIsDismissed(false)
    setSaving(undefined)
  }
  const take = (completion: Completion): void => {
    if (!completions.wanted) return
    const { text, caret: next } = accept(search.text, completions.wanted, completion)
    // The caret can only be put into a text that is there.
    flushSync(() => { change(withText(search, text)); setCaret(next) })
    input.current?.focus()
    input.current?.setSelectionRange(next, next)
  }
  const run = (next: TypedSearch, saved?: SavedSearch): void => {
    change(next, saved?.id)
    setCaret(next.text.length)
    input.current?.focus()
  }
  const openList = ({ id: savedId }: SavedSearch): void => {
    onClose()
    openSmartList(savedId)
  }
  const pressed = useSearchKeys({
    lists, moved, onMove: setMoved, chosen, onTake: take,
    onOpen: () => { if (!isEmpty) openActive(hit) },
    onDown: () => { if (isEmpty && start.current) runnable(start.current)[0]?.focus() },
    onDismiss: () => { setMoved(undefined); setIsDismissed(true) },
  })

  const listId = `${id}-results`
  const rowId = `${id}-completions`
  const activeId = active && (chosen ? `${rowId}-${active.index}` : hit && `${listId}-${hitKey(hit)}`)
  return (
    <div className={styles.panel}>
      <SearchBox
        input={input} text={search.text} answer={found?.answer} listIds={`${rowId} ${listId}`} activeId={activeId} problemsId={`${id}-problems`} isSaved={same !== undefined}
        problems={found && <QueryProblems text={found.asked.text} problems={found.answer.problems} caret={caret} />}
        onText={(text, at) => { change(withText(search, text)); setCaret(at) }} onCaret={setCaret} onKeyDown={pressed} onSave={canSave || same ? () => setSaving(same ? { saved: same } : {}) : undefined}
      />
      {saving && (
        <SaveBar
          search={search} base={base} saved={saving.saved} onOpenList={openList}
          onSaved={(saved) => { setSaving({ saved }); input.current?.focus() }} onClose={() => { setSaving(undefined); input.current?.focus() }}
        />
      )}
      {found && !error && <AnswerNotes answer={found.answer} isLiteral={search.literally} onLiteral={(literally) => run({ ...search, literally })} />}
      <div className={styles.columns}>
        {isEmpty && <SearchStart start={start} onRun={run} onOpenList={openList} onLeave={() => input.current?.focus()} />}
        {!isEmpty && (
          <>
            <Facets found={found?.answer.facets ?? {}} chosen={search.filters} onChange={(filters) => change({ ...search, filters })} />
            <div className={styles.middle}>
              <ResultHead sort={search.sort} canSort={hits.length > 0} onSort={(sort) => change({ ...search, sort })}>
                <CompletionRow id={rowId} list={completions.list} active={chosen && active?.index} onAccept={take} />
              </ResultHead>
              <Results
                id={listId} state={state} groups={groups} active={chosen || !hit ? undefined : hitKey(hit)} onKeyDown={pressed} onPoint={(pointed) => setMoved({ list: 'hits', index: hits.indexOf(pointed) })}
                onOpen={(opened) => open(opened, opened.excerpt)} onChange={(part) => run({ ...search, ...part })}
              />
            </div>
            {hit && found && <Preview hit={hit} text={found.asked.text} literally={found.asked.literally} onOpen={(excerpt) => open(hit, excerpt)} />}
          </>
        )}
      </div>
      {found && found.answer.files.unread > 0 && <UnreadFiles count={found.answer.files.unread} onLeave={onClose} />}
      <SearchFooter />
    </div>
  )
}
