import { describe, expect, it } from 'vitest'
import { mergeKeyOf } from './useMergeKeys'

const pressed = (code: string, key: string, also: Partial<Record<'ctrlKey' | 'shiftKey' | 'isComposing', boolean>> = {}) =>
  mergeKeyOf({ code, key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false, ...also })

describe('a key of a merge', () => {
  it('is a digit of the number pad only where that writes digits', () => {
    expect([pressed('Numpad1', '1'), pressed('Numpad2', '2'), pressed('Numpad3', '3')]).toEqual(['one', 'two', 'three'])
    expect([pressed('Numpad1', 'End'), pressed('Numpad2', 'ArrowDown'), pressed('Numpad3', 'PageDown')]).toEqual([undefined, undefined, undefined])
  })

  it('is the one that is pressed, whatever writes Chinese, but not while that is composing', () => {
    expect([pressed('KeyN', 'Process'), pressed('Digit1', '1'), pressed('NumpadEnter', 'Enter')]).toEqual(['conflict', 'one', 'enter'])
    expect([pressed('KeyN', 'n', { isComposing: true }), pressed('KeyN', 'n', { ctrlKey: true }), pressed('Digit1', '!', { shiftKey: true })]).toEqual([undefined, undefined, undefined])
  })
})
