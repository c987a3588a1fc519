/** Buttons over the slides for whoever has no keys at hand; they come with the pointer and go with it. */
import { ChevronLeft, ChevronRight, CircleHelp, LayoutGrid, Maximize, Minimize, PanelsTopLeft, Square, Timer, X, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Command } from '../show/keys'
import styles from './stage.module.css'

const tools = [
  ['back', ChevronLeft], ['next', ChevronRight], ['overview', LayoutGrid], ['black', Square], ['timer', Timer], ['presenter', PanelsTopLeft], ['fullScreen', Maximize], ['keys', CircleHelp], ['leave', X],
] as const satisfies readonly (readonly [Command, LucideIcon])[]

export type Tool = (typeof tools)[number][0]

export const Tools = ({ isFull, onTool }: { isFull: boolean; onTool: (tool: Tool) => void }) => {
  const { t } = useTranslation('presenting')
  return (
    <div
      className={styles.tools} role="toolbar" aria-label={t('tools')} onClick={(event) => event.stopPropagation()}
      // The keyboard stays with the slides.
      onMouseDown={(event) => event.preventDefault()}
    >
      {tools.map(([tool, ToolIcon]) => {
        const Icon = tool === 'fullScreen' && isFull ? Minimize : ToolIcon
        return <button key={tool} type="button" title={t(`tool.${tool}`)} aria-label={t(`tool.${tool}`)} onClick={() => onTool(tool)}><Icon size={20} aria-hidden="true" /></button>
      })}
    </div>
  )
}
