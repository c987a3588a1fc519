/** The tools of the callout in which the caret stands. */
import type { LexicalEditor } from 'lexical'
import { PackageOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import css from '../editor.module.css'
import { $callOut, $removeBox } from '../extensions/containers'
import { tones, type Tone } from '../mapping/nodeState'
import { ToolButton } from '../toolbar/ToolButton'
import { ToolRow } from '../toolbar/ToolRow'
import { toneIcons } from './tones'

export const BoxToolbar = ({ editor, tone }: { editor: LexicalEditor, tone: Tone | undefined }) => {
  const { t } = useTranslation('editor')
  if (!tone) return null
  return (
    <ToolRow className={css.contextBar} label={t('box.toolbar')}>
      <span className={css.group}>
        {tones.map((each) => (
          <ToolButton key={each} icon={toneIcons[each]} label={t(`box.${each}`)} pressed={each === tone} onClick={() => { editor.update(() => { $callOut(each) }) }} />
        ))}
      </span>
      <span className={css.group}><ToolButton icon={PackageOpen} label={t('box.remove')} onClick={() => { editor.update($removeBox) }} /></span>
    </ToolRow>
  )
}
