/** Keys of a presentation, and the number that is typed before Enter. */
import { useEffect, useEffectEvent, useState } from 'react'
import { commandOf, type Command } from './keys'

/** A number that is not followed by Enter is forgotten after so long. */
const forgetMs = 4000
const mostDigits = 4

/** On a button that the keyboard came to, Enter and Space press it. */
const pressesButton = ({ key, target }: KeyboardEvent): boolean =>
  (key === 'Enter' || key === ' ') && target instanceof Element && target.closest('button, a') !== null

interface KeyHandlers {
  /** Answers whether it did something: only then the key is ours. */
  onCommand: (command: Exclude<Command, 'enter' | 'erase'>) => boolean
  onJump: (number: number) => void
  /** Any other key that writes something. */
  onOther?: () => void
}

/** The digits that were typed so far. */
export const useKeys = ({ onCommand, onJump, onOther }: KeyHandlers): string => {
  const [digits, setDigits] = useState('')
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || pressesButton(event)) return
    const pressed = commandOf(event)
    if (!pressed) {
      if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) onOther?.()
      return
    }
    if ('digit' in pressed) {
      event.preventDefault()
      setDigits((before) => `${before}${pressed.digit}`.slice(-mostDigits))
      return
    }
    const { command } = pressed
    const isTyped = digits !== ''
    if (isTyped) setDigits(command === 'erase' ? digits.slice(0, -1) : '')
    if (command === 'enter') {
      event.preventDefault()
      if (isTyped) onJump(Number(digits))
      else onCommand('next')
    } else if (command === 'erase') {
      event.preventDefault()
      if (!isTyped) onCommand('back')
    } else if ((command === 'leave' && isTyped) || onCommand(command)) event.preventDefault()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => { onKey(event) }
    addEventListener('keydown', listen)
    return () => { removeEventListener('keydown', listen) }
  }, [])
  useEffect(() => {
    if (digits === '') return
    const timer = setTimeout(() => { setDigits('') }, forgetMs)
    return () => { clearTimeout(timer) }
  }, [digits])
  return digits
}
