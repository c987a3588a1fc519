/** The folders and files of one folder, walked with the pointer or with arrows, Enter, Space and Backspace. */
import { Check, FileText, Folder, LibraryBig } from 'lucide-react'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { formatBytes } from '#renderer/ui/format'
import type { FolderEntry } from '#shared/contract/host'
import styles from './FilePicker.module.css'

interface EntryListProps {
  entries: readonly FolderEntry[]
  chosen: readonly string[]
  /** Without it, files are shown but can't be chosen. */
  pickFiles: boolean
  onOpen: (path: string) => void
  onToggle: (path: string) => void
  onUp: () => void
  onConfirm: () => void
}

export const EntryList = ({ entries, chosen, pickFiles, onOpen, onToggle, onUp, onConfirm }: EntryListProps) => {
  const { t } = useTranslation('file-picker')
  const [at, setAt] = useState(0)
  const list = useRef<HTMLUListElement>(null)
  const listId = useId()
  useEffect(() => { list.current?.focus() }, [])
  useEffect(() => { document.getElementById(`${listId}-${at}`)?.scrollIntoView({ block: 'nearest' }) }, [at, listId])

  const act = (entry: FolderEntry | undefined) => {
    if (entry?.kind === 'folder') onOpen(entry.path)
    else if (entry && pickFiles) onToggle(entry.path)
  }
  const moves: Readonly<Record<string, (() => void) | undefined>> = {
    ArrowDown: () => { setAt(Math.min(at + 1, entries.length - 1)) }, ArrowUp: () => { setAt(Math.max(at - 1, 0)) },
    Home: () => { setAt(0) }, End: () => { setAt(entries.length - 1) },
    PageDown: () => { setAt(Math.min(at + 10, entries.length - 1)) }, PageUp: () => { setAt(Math.max(at - 10, 0)) },
    Enter: () => { act(entries[at]) }, ' ': () => { act(entries[at]) }, Backspace: onUp,
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const move = event.key === 'Enter' && (event.ctrlKey || event.metaKey) ? onConfirm : moves[event.key]
    if (!move) return
    event.preventDefault()
    move()
  }

  if (entries.length === 0) return <p className={styles.none}>{t(pickFiles ? 'noFiles' : 'noFolders')}</p>
  return (
    <ul
      ref={list} role="listbox" tabIndex={0} aria-label={t('entries')} aria-multiselectable={pickFiles} aria-activedescendant={`${listId}-${at}`}
      className={styles.entries} onKeyDown={onKeyDown}
    >
      {entries.map((entry, index) => {
        const isChosen = chosen.includes(entry.path)
        return (
          <li
            key={entry.path} id={`${listId}-${index}`} role="option" aria-selected={isChosen} data-active={index === at || undefined}
            aria-disabled={entry.kind === 'file' && !pickFiles} onClick={() => { setAt(index); act(entry) }}
          >
            <EntryIcon entry={entry} isChosen={isChosen} />
            <span className={styles.name}>{entry.name}</span>
            {entry.isLibrary && <span className={styles.isLibrary}>{t('isLibrary')}</span>}
            {entry.size !== null && <span className={styles.size}>{formatBytes(entry.size)}</span>}
          </li>
        )
      })}
    </ul>
  )
}

const EntryIcon = ({ entry, isChosen }: { entry: FolderEntry, isChosen: boolean }) => {
  if (isChosen) return <Check size={16} strokeWidth={2.4} aria-hidden="true" />
  if (entry.isLibrary) return <LibraryBig size={16} aria-hidden="true" />
  return entry.kind === 'folder' ? <Folder size={16} aria-hidden="true" /> : <FileText size={16} aria-hidden="true" />
}
