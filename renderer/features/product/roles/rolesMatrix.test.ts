import fc from 'fast-check'
import { expect, it } from 'vitest'
import { heldPosts, lettersOf, nextLetter, roleLetters, rolePosts, withLetter } from './rolesMatrix'

it('a post that was given a letter has that one alone, and the others keep theirs', () => {
  const post = fc.constantFrom('值班负责人', '操作人', '监护人')
  fc.assert(fc.property(fc.array(fc.tuple(post, fc.option(fc.constantFrom(...roleLetters), { nil: undefined }))), (wishes) => {
    const last = new Map(wishes)
    const row = wishes.reduce((before, [who, letter]) => withLetter(before, who, letter), { id: 'a' })
    for (const [who, letter] of last) expect(lettersOf(row, who)).toEqual(letter === undefined ? [] : [letter])
    expect([...rolePosts([row])].sort()).toEqual([...last].flatMap(([who, letter]) => (letter === undefined ? [] : [who])).sort())
  }))
})

it('a cell goes through R, A, C and I to none and round again', () => {
  expect(nextLetter([])).toBe('R')
  expect(roleLetters.map((letter) => nextLetter([letter]))).toEqual(['A', 'C', 'I', undefined])
})

it('the columns keep their places while letters come and go', () => {
  const rows = [{ id: 'a', responsible: ['操作人'], accountable: ['监护人'] }, { id: 'b', responsible: ['监护人'] }]
  const held = heldPosts([], rows)
  const changed = rows.map((row) => withLetter(row, '操作人', undefined)).map((row, index) => (index === 1 ? withLetter(row, '值班员', 'R') : row))
  expect(heldPosts(held, changed)).toEqual(['操作人', '监护人', '值班员'])
})
