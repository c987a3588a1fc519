import { describe, expect, it } from 'vitest'
import { commandOf } from './keys'

const pressed = (key: string, held: Partial<Record<'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey', boolean>> = {}) =>
  commandOf({ key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...held })

describe('keys', () => {
  it('are those of PowerPoint and of remote controls', () => {
    for (const key of ['ArrowRight', 'ArrowDown', ' ', 'PageDown', 'n', 'N']) expect(pressed(key), key).toEqual({ command: 'next' })
    for (const key of ['ArrowLeft', 'ArrowUp', 'PageUp', 'p', 'P']) expect(pressed(key), key).toEqual({ command: 'back' })
    for (const key of ['b', 'B', '.', '。']) expect(pressed(key), key).toEqual({ command: 'black' })
    for (const key of ['w', ',', '，']) expect(pressed(key), key).toEqual({ command: 'white' })
    for (const key of ['f', 'F5']) expect(pressed(key), key).toEqual({ command: 'fullScreen' })
    expect(pressed('Enter')).toEqual({ command: 'enter' })
    expect(pressed('7')).toEqual({ digit: '7' })
  })

  it('are the browser\'s own with Ctrl, Alt or Cmd, and Shift+Tab is its own too', () => {
    for (const key of ['n', 'p', 'w', '1', 'ArrowLeft']) {
      expect(pressed(key, { ctrlKey: true })).toBeUndefined()
      expect(pressed(key, { altKey: true })).toBeUndefined()
      expect(pressed(key, { metaKey: true })).toBeUndefined()
    }
    expect(pressed('Tab', { shiftKey: true })).toBeUndefined()
    expect(pressed('x')).toBeUndefined()
    expect(pressed('toString')).toBeUndefined()
  })
})
