/** What the web host is told on its command line, and what is wrong with it. */
import { parseArgs } from 'node:util'
import texts from './usage.json'

export interface WebOptions { port?: number; open: boolean; config?: string; cache?: string; opener?: string; help: boolean }

/** What is wrong, in both languages. */
export interface WrongOption { wrong: string }

export const usage = texts.usage.join('\n')

const flags: ReadonlySet<string> = new Set(['no-open', 'help'])
const withValue: ReadonlySet<string> = new Set(['port', 'config', 'cache', 'opener'])

const options = {
  port: { type: 'string' }, config: { type: 'string' }, cache: { type: 'string' }, opener: { type: 'string' }, 'no-open': { type: 'boolean' }, help: { type: 'boolean', short: 'h' },
} as const

const isPort = (text: string): boolean => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535

export const readOptions = (args: readonly string[]): WebOptions | WrongOption => {
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true })
  const wrong = (why: 'unknown' | 'unexpected' | 'valueMissing' | 'valueGiven' | 'port', what: string): WrongOption => ({ wrong: texts[why].replace('{what}', () => what) })
  const read: WebOptions = { open: true, help: false }
  for (const token of tokens) {
    if (token.kind === 'positional') return wrong('unexpected', token.value)
    if (token.kind === 'option-terminator') continue
    const { name, rawName, value } = token
    if (flags.has(name)) {
      if (value !== undefined) return wrong('valueGiven', rawName)
      if (name === 'help') read.help = true
      else read.open = false
      continue
    }
    if (!withValue.has(name)) return wrong('unknown', rawName)
    if (!value || (!token.inlineValue && value.startsWith('-'))) return wrong('valueMissing', rawName)
    if (name === 'port' && !isPort(value)) return wrong('port', value)
    if (name === 'port') read.port = Number(value)
    else if (name === 'config') read.config = value
    else if (name === 'cache') read.cache = value
    else read.opener = value
  }
  return read
}
