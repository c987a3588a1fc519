/** One button of the editor's toolbars. It takes no focus from the text when it is clicked. */
import { Button, Tooltip } from 'antd'
import type { ComponentType } from 'react'
import css from '../editor.module.css'

interface ToolButtonProps {
  icon: ComponentType<{ size?: number, strokeWidth?: number, 'aria-hidden'?: boolean }>
  label: string
  /** Shown behind the label, such as Ctrl+B. */
  keys?: string
  pressed?: boolean
  disabled?: boolean
  danger?: boolean
  /** It opens a menu. */
  hasMenu?: boolean
  /** What it opens is open: its own name would lie over that, and take the Escape that is meant for it. */
  isOpen?: boolean
  onClick?: () => void
}

export const ToolButton = ({ icon: Icon, label, keys, pressed, disabled = false, danger = false, hasMenu = false, isOpen = false, onClick }: ToolButtonProps) => (
  <Tooltip title={keys ? `${label} (${keys})` : label} mouseEnterDelay={0.5} {...isOpen && { open: false }}>
    <Button
      type="text" size="small" className={`${css.tool} ${pressed ? css.pressed : ''}`} disabled={disabled} danger={danger}
      aria-label={label} {...(pressed === undefined ? {} : { 'aria-pressed': pressed })} {...(hasMenu ? { 'aria-haspopup': 'menu' as const } : {})} icon={<Icon size={16} strokeWidth={pressed ? 2 : 1.6} aria-hidden />}
      onMouseDown={(event) => { event.preventDefault() }} onClick={() => onClick?.()}
    />
  </Tooltip>
)
