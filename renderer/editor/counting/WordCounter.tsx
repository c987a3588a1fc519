/** How long the text is, or what is selected of it, at the foot of the editor; all three counts of Word on pointing or focus. */
import { Popover } from 'antd'
import { $getSelection, $isRangeSelection, type EditorState, type LexicalEditor } from 'lexical'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { tellingCard } from '#renderer/ui/openOverlay'
import { countText, type WordCount } from '#shared/text/wordCount'
import css from './counting.module.css'
import { createTextCounter, type TextCounter } from './textCounter'

interface Counted extends WordCount { ofSelection: boolean }

/** Counting waits until nothing has changed for this long, so that it never stands in the way of typing. */
const pauseMs = 250

const $count = (counter: TextCounter, state: EditorState): Counted => {
  const selection = $getSelection()
  const ofSelection = $isRangeSelection(selection) && !selection.isCollapsed()
  return { ...ofSelection ? countText(selection.getTextContent()) : counter.count(state), ofSelection }
}

const useCount = (editor: LexicalEditor): Counted | undefined => {
  const [counted, setCounted] = useState<Counted>()
  useEffect(() => {
    const counter = createTextCounter(editor)
    const count = (): void => {
      const state = editor.getEditorState()
      setCounted(state.read(() => $count(counter, state), { editor }))
    }
    let timer = setTimeout(count)
    const stop = editor.registerUpdateListener(() => {
      clearTimeout(timer)
      timer = setTimeout(count, pauseMs)
    })
    return () => { stop(); counter.stop(); clearTimeout(timer) }
  }, [editor])
  return counted
}

export const WordCounter = ({ editor }: { editor: LexicalEditor }) => {
  const { t } = useTranslation('editor')
  const counted = useCount(editor)
  if (!counted) return <div className={css.foot} data-find-skip />
  const { words, characters, withoutSpaces, ofSelection } = counted
  const rows = [[t('count.words'), words], [t('count.withoutSpaces'), withoutSpaces], [t('count.characters'), characters]] as const
  return (
    <div className={css.foot} data-find-skip>
      <Popover
        rootClassName={tellingCard}
        trigger={['hover', 'focus']} placement="topRight" arrow={false}
        content={<table className={css.counts}><tbody>{rows.map(([label, value]) => <tr key={label}><th scope="row">{label}</th><td>{value}</td></tr>)}</tbody></table>}
      >
        <button type="button" className={css.count}>{t(ofSelection ? 'count.selected' : 'count.all', { count: words })}</button>
      </Popover>
    </div>
  )
}
