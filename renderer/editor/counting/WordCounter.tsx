/** How long the text is, or what is selected of it, at the foot of the editor; all three counts of Word on pointing or focus. */
import { Popover } from 'antd'
import { TableNode } from '@lexical/table'
import { $getRoot, $getSelection, $getState, $isRangeSelection, $nodesOfType, type LexicalEditor } from 'lexical'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isKnownInline } from '#shared/model/body/inlines'
import { inlineText } from '#shared/model/body/walk'
import { countText, type WordCount } from '#shared/text/wordCount'
import { keptState } from '../mapping/nodeState'
import { BlockAtomNode } from '../nodes/BlockAtomNode'
import { InlineAtomNode } from '../nodes/InlineAtomNode'
import css from './counting.module.css'

interface Counted extends WordCount { ofSelection: boolean }

/** Counting waits until nothing has changed for this long, so that it never stands in the way of typing. */
const pauseMs = 250

/** Footnotes count too, as they do in Word unless one says otherwise. */
const $noteTexts = (): string[] => $nodesOfType(InlineAtomNode).flatMap((node) => {
  const inline = node.getInline()
  return node.isAttached() && isKnownInline(inline) && inline.type === 'footnote' ? [inlineText(inline.inlines)] : []
})

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** What stands below pictures and above tables; of a picture without a caption, what it says in its place. */
const $captions = (): string[] => [
  ...$nodesOfType(BlockAtomNode).filter((node) => node.isAttached()).map((node) => { const { caption, alt } = node.getBlock(); return textOf(caption) || textOf(alt) }),
  ...$nodesOfType(TableNode).filter((node) => node.isAttached()).map((node) => textOf($getState(node, keptState).caption)),
]

const $count = (): Counted => {
  const selection = $getSelection()
  const ofSelection = $isRangeSelection(selection) && !selection.isCollapsed()
  return { ...countText(ofSelection ? selection.getTextContent() : `${$getRoot().getTextContent()}\n${[...$noteTexts(), ...$captions()].join('\n')}`), ofSelection }
}

const useCount = (editor: LexicalEditor): Counted => {
  const [counted, setCounted] = useState(() => editor.read($count))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = editor.registerUpdateListener(() => {
      clearTimeout(timer)
      timer = setTimeout(() => { setCounted(editor.read($count)) }, pauseMs)
    })
    return () => { stop(); clearTimeout(timer) }
  }, [editor])
  return counted
}

export const WordCounter = ({ editor }: { editor: LexicalEditor }) => {
  const { t } = useTranslation('editor')
  const { words, characters, withoutSpaces, ofSelection } = useCount(editor)
  const rows = [[t('count.words'), words], [t('count.withoutSpaces'), withoutSpaces], [t('count.characters'), characters]] as const
  return (
    <div className={css.foot} data-find-skip>
      <Popover
        trigger={['hover', 'focus']} placement="topRight" arrow={false}
        content={<table className={css.counts}><tbody>{rows.map(([label, value]) => <tr key={label}><th scope="row">{label}</th><td>{value}</td></tr>)}</tbody></table>}
      >
        <button type="button" className={css.count}>{t(ofSelection ? 'count.selected' : 'count.all', { count: words })}</button>
      </Popover>
    </div>
  )
}
