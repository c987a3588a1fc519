/** A name that is typed in its own place: Enter or leaving it takes it, Escape leaves it as it was. */
import { Input } from 'antd'
import { useRef, useState, type KeyboardEvent } from 'react'

/** `onDone` gets undefined where the name stays. */
interface NameInputProps { label: string; value: string; onDone: (name: string | undefined) => void }

export const NameInput = ({ label, value, onDone }: NameInputProps) => {
  const [typed, setTyped] = useState(value)
  const isDone = useRef(false)
  const done = (name: string | undefined): void => {
    if (isDone.current) return
    isDone.current = true
    onDone(name)
  }
  const pressed = (event: KeyboardEvent): void => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    // Else the key would press the button of a question that it brings up.
    event.preventDefault()
    done(event.key === 'Enter' ? typed : undefined)
  }
  return (
    <Input
      autoFocus size="small" maxLength={100} aria-label={label} value={typed} onChange={(event) => { setTyped(event.target.value) }}
      onFocus={(event) => { event.target.select() }} onKeyDown={pressed} onBlur={() => { done(typed) }}
    />
  )
}
