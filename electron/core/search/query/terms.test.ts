import { describe, expect, it } from 'vitest'
import { hanNumber } from '#shared/text/runs'
import { listsIn, segmentOf } from '../../../../tests/support/search'
import { pairOf } from '../postings/segment'
import { setOfCharacters } from './characters'
import { keyOf, locate, type Term } from './terms'

const texts = ['接地线漏拆', '地线 transformer', '接线 transfer sf6', '线', 'gis-sf6 former']
const segment = segmentOf(texts.map((text) => [{ field: 'body', text }]))

const numberOf = (character: string): number => hanNumber(character.charCodeAt(0))
const characters = (text: string) => setOfCharacters(Array.from(text, numberOf))
const pair = (text: string): Term => ({ kind: 'pair', pair: pairOf(numberOf(text.charAt(0)), numberOf(text.charAt(1))) })
const within = (piece: string, isBegun: boolean, isEnded: boolean): Term => ({ kind: 'within', piece, isBegun, isEnded })

const cases: [string, Term, number[]][] = [
  ['a pair', pair('地线'), [0, 1]],
  ['a pair that is nowhere', pair('线地'), []],
  ['a character, with what follows or alone', { kind: 'character', first: numberOf('线') }, [0, 1, 2, 3]],
  ['a word', { kind: 'word', word: 'sf6' }, [2, 4]],
  ['a word that only begins so', { kind: 'word', word: 'sf' }, []],
  ['a beginning', { kind: 'beginning', word: 'transfor' }, [1]],
  ['beginnings', { kind: 'beginning', word: 'trans' }, [1, 2]],
  ['a piece of a word', within('former', false, false), [1, 4]],
  ['the beginning of a word', within('transf', true, false), [1, 2]],
  ['the end of a word', within('fer', false, true), [2]],
  ['pairs of any of some characters', { kind: 'pairs', firsts: characters('接地'), seconds: characters('线拆') }, [0, 1, 2]],
  ['pairs of characters that are nowhere', { kind: 'pairs', firsts: characters('龙'), seconds: characters('线') }, []],
]

describe('a term', () => {
  it.each(cases)('is found where it stands: %s', (_, term, expected) => {
    const places = locate(segment, term)
    const documents = places.flatMap((range) => listsIn(segment, range)).flat().map(([document]) => document)
    expect([...new Set(documents)].sort()).toEqual(expected)
    expect(places.filter(({ first, end }) => end <= first)).toEqual([])
  })

  it('has a name of its own', () => {
    const all = [...cases.map(([, term]) => term), within('transf', true, true), { kind: 'pairs', firsts: characters('接'), seconds: characters('地线拆') } as const]
    expect(new Set(all.map(keyOf)).size).toBe(all.length)
  })
})
