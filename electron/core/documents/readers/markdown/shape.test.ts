/** Which texts are refused before they are parsed. */
import { expect, it } from 'vitest'
import { isEndless } from './shape'

it('what is opened without end is refused', () => {
  for (const text of ['[^a'.repeat(20_000), '!['.repeat(5000), ']('.repeat(5000), '- '.repeat(2000), '>'.repeat(3000), '> '.repeat(3000), '1. '.repeat(500), '`'.repeat(400), `${'  '.repeat(300)}- x`]) {
    expect(isEndless(`正文\n\n${text}`), text.slice(0, 8)).toBe(true)
  }
})

it('what people and programs write is read', () => {
  const table = `|a|b|\n|-|-|\n${'|[甲](a.md)|[^1]|\n'.repeat(5000)}`
  const list = Array.from({ length: 90 }, (_, level) => `${'  '.repeat(level)}- ${level}`).join('\n')
  for (const text of [table, list, '-'.repeat(500), '* * *', `\`\`\`json\n${'[1, 2]\n'.repeat(5000)}\`\`\``, '- [ ] 未做\n'.repeat(5000), `${' '.repeat(100_000)}\n字`]) expect(isEndless(text), text.slice(0, 8)).toBe(false)
})
