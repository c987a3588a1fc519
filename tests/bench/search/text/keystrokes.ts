/** What is typed, a key at a time: each beginning of words, of two words, of pinyin and initials, of Latin words and numbers, of questions. */
import { pinyin } from 'pinyin-pro'
import { createRandom, type Random } from '../../../support/random'
import { keystrokeKinds, type Keystroke } from '../steps/measured'
import { hanWords, type Library } from './benchDocuments'

type Kind = Keystroke['kind']

const queriesOfEachKind = 25
const openings = ['为什么', '怎么', '如何避免', '什么时候']

const typedOf = (sentences: readonly string[], { tags, document }: Library, random: Random, count: number): Record<Kind, () => string> => {
  const withWords = (least: number): string[] => {
    for (;;) {
      const found = hanWords(random.of(sentences))
      if (found.length >= least) return found
    }
  }
  const known = (): string => random.next() < 0.5 ? random.of(tags) : random.of(withWords(1))
  const title = (): string => document(random.below(count)).pieces[0]?.text ?? ''
  return {
    word: () => random.of(withWords(1)),
    twoWords: () => { const found = withWords(2); return `${random.of(found)} ${random.of(found)}` },
    pinyin: () => pinyin(known(), { toneType: 'none', type: 'array', nonZh: 'removed' }).join(''),
    initials: () => pinyin(title().slice(0, 6), { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'removed' }).join(''),
    latin: () => {
      for (;;) {
        const found = /[A-Za-z][A-Za-z0-9]{2,}/.exec(random.of(sentences))
        if (found) return found[0]
        if (random.next() < 0.002) return `YW1-CS-2026-${String(1 + random.below(count)).padStart(6, '0')}`
      }
    },
    question: () => {
      for (;;) {
        const clauses = random.of(sentences).split(/[，、：；。]/).filter((clause) => /^\p{Script=Han}{5,12}$/u.test(clause))
        if (clauses.length > 0) return `${random.of(openings)}${random.of(clauses)}？`
      }
    },
  }
}

const beginnings = (text: string): string[] => {
  const characters = [...text]
  return characters.map((_, at) => characters.slice(0, at + 1).join('')).filter((beginning) => !beginning.endsWith(' '))
}

/** As a few people type; another seed, other people. `count`: how many records there are. */
export const makeKeystrokes = (sentences: readonly string[], library: Library, seed: number, count: number): Keystroke[] => {
  const typed = typedOf(sentences, library, createRandom(seed), count)
  return Array.from({ length: queriesOfEachKind }, () => keystrokeKinds.flatMap((kind) => beginnings(typed[kind]()).map((text) => ({ kind, text })))).flat()
}
