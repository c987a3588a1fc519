/** What becomes of a text: masked, left as it is, or replaced by a role, which is chosen or typed. */
import { AutoComplete, Segmented } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { longestMask, type MaskAction } from '#shared/model/masking/sensitive'
import styles from './review.module.css'

const roles = ['workLeader', 'workPermitter', 'supervisor', 'teamLeader', 'shiftDispatcher', 'shiftOperator', 'maintainer', 'worker', 'safetyOfficer', 'expert', 'customer', 'supplier', 'contractor'] as const

interface ActionChoiceProps {
  label: string
  value: MaskAction
  onChange: (action: MaskAction) => void
  /** Whether the role is being asked for, though none is given yet. */
  isNaming: boolean
  onNaming: (isNaming: boolean) => void
  /** Once the role is given by the keyboard. */
  onNamed: () => void
  /** The key of an action, shown beside its name. */
  keyOf?: (action: MaskAction['action']) => ReactNode
}

const contains = (typed: string, option: { value: string } | undefined): boolean => option?.value.includes(typed.trim()) === true

export const ActionChoice = ({ label, value, onChange, isNaming, onNaming, onNamed, keyOf }: ActionChoiceProps) => {
  const { t } = useTranslation('masking')
  const shown = isNaming ? 'replace' : value.action
  const options = (['mask', 'keep', 'replace'] as const).map((action) => ({ value: action, label: <span className={styles.action}>{t(`action.${action}`)}{keyOf?.(action)}</span> }))
  return (
    <div className={styles.choice}>
      <Segmented<MaskAction['action']>
        size={keyOf ? 'middle' : 'small'} aria-label={label} value={shown} options={options}
        onChange={(action) => {
          onNaming(action === 'replace')
          if (action !== 'replace') onChange({ action })
        }}
      />
      {shown === 'replace' && <RoleField key={String(isNaming)} label={label} by={value.action === 'replace' ? value.by : ''} isNaming={isNaming} onNaming={onNaming} onChange={onChange} onNamed={onNamed} />}
    </div>
  )
}

interface RoleFieldProps extends Pick<ActionChoiceProps, 'label' | 'isNaming' | 'onNaming' | 'onChange' | 'onNamed'> {
  /** The role that is given, if one is. */
  by: string
}

const RoleField = ({ label, by, isNaming, onNaming, onChange, onNamed }: RoleFieldProps) => {
  const { t } = useTranslation('masking')
  const [typed, setTyped] = useState(by)
  const [isListed, setListed] = useState(isNaming)
  /** Taking an option moves the focus away before what was typed is forgotten. */
  const isGiven = useRef(false)
  const give = (text: string): void => {
    if (text.trim() === '' || isGiven.current) return
    isGiven.current = true
    onChange({ action: 'replace', by: text.trim() })
  }
  const leave = (): void => {
    if (typed.trim() !== '') { give(typed); return }
    setTyped(by)
    onNaming(false)
  }
  return (
    <AutoComplete
      autoFocus={isNaming} className={styles.role ?? ''} aria-label={t('action.roleOf', { label })} placeholder={t('action.role')} value={typed} maxLength={longestMask}
      open={isListed} onOpenChange={setListed} options={roles.map((role) => ({ value: t(`role.${role}`) }))} showSearch={{ filterOption: contains }}
      onChange={(text: string | undefined) => { isGiven.current = false; setTyped(text ?? '') }}
      onSelect={(text: string | undefined) => { give(text ?? ''); onNamed() }}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing || typed.trim() === '') return
        give(typed)
        onNamed()
      }}
    />
  )
}
