/** What the keys do, as in PowerPoint and on remote controls. */

export type Command =
  | 'next' | 'back' | 'first' | 'last' | 'black' | 'white' | 'overview' | 'timer' | 'fullScreen' | 'presenter' | 'keys' | 'leave' | 'pause'
  /** The overview, where Tab has nothing else to do. */
  | 'tab'
  /** Jumps to the number that was typed, or goes on. */
  | 'enter'
  /** Takes the last digit back, or goes back. */
  | 'erase'

const named: ReadonlyMap<string, Command> = new Map(Object.entries<Command>({
  ArrowRight: 'next', ArrowDown: 'next', ' ': 'next', PageDown: 'next', n: 'next',
  ArrowLeft: 'back', ArrowUp: 'back', PageUp: 'back', p: 'back',
  Home: 'first', End: 'last', b: 'black', '.': 'black', w: 'white', ',': 'white', g: 'overview', Tab: 'tab', t: 'timer', f: 'fullScreen', F5: 'fullScreen',
  s: 'presenter', k: 'pause', '?': 'keys', '？': 'keys', F1: 'keys', Escape: 'leave', Enter: 'enter', Backspace: 'erase', '。': 'black', '，': 'white',
}))

interface Pressed { key: string; shiftKey: boolean; ctrlKey: boolean; metaKey: boolean; altKey: boolean }

/** Undefined for a key that says nothing here; a digit as it is. */
export const commandOf = ({ key, shiftKey, ctrlKey, metaKey, altKey }: Pressed): { command: Command } | { digit: string } | undefined => {
  if (ctrlKey || metaKey || altKey || (shiftKey && key === 'Tab')) return undefined
  if (/^[0-9]$/.test(key)) return { digit: key }
  const command = named.get(key.length === 1 ? key.toLowerCase() : key)
  return command && { command }
}

/** For the list of keys, in its order: what they are called on the keyboard. */
export const keyNames = [
  ['next', ['→', '↓', 'Space', 'PageDown', 'N', 'Enter']], ['back', ['←', '↑', 'PageUp', 'P', 'Backspace']], ['first', ['Home']], ['last', ['End']],
  ['jump', ['1…9', 'Enter']], ['black', ['B', '.']], ['white', ['W', ',']], ['overview', ['G', 'Tab']], ['timer', ['T']], ['pause', ['K']],
  ['presenter', ['S']], ['fullScreen', ['F', 'F5']], ['keys', ['?']], ['leave', ['Esc']],
] as const
