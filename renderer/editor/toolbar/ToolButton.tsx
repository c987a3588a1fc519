/** One button of the editor's toolbars. It takes no focus from the text when it is clicked. */
import { Button, Tooltip } from 'antd'
import type { LucideIcon } from 'lucide-react'
import css from '../editor.module.css'

interface ToolButtonProps {
  icon: LucideIcon
  label: string
  /** Shown behind the label, such as Ctrl+B. */
  keys?: string
  pressed?: boolean
  disabled?: boolean
  danger?: boolean
  onClick?: () => void
}

export const ToolButton = ({ icon: Icon, label, keys, pressed, disabled = false, danger = false, onClick }: ToolButtonProps) => (
  <Tooltip title={keys ? `${label} (${keys})` : label} mouseEnterDelay={0.5}>
    <Button
      type="text" size="small" className={`${css.tool} ${pressed ? css.pressed : ''}`} disabled={disabled} danger={danger}
      aria-label={label} {...(pressed === undefined ? {} : { 'aria-pressed': pressed })} icon={<Icon size={16} strokeWidth={pressed ? 2 : 1.6} aria-hidden />}
      onMouseDown={(event) => { event.preventDefault() }} onClick={() => onClick?.()}
    />
  </Tooltip>
)
