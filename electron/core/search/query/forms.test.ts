import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hanNumber } from '#shared/text/runs'
import { setOfCharacters } from './characters'
import { coveredShare, longestShare, placesOfForm, slotsOf, type Form } from './forms'

const text = fc.string({ unit: fc.constantFrom('接', '地', '线', 'a'), maxLength: 14 })
const form = fc.string({ unit: fc.constantFrom('接', '地', '线', 'a'), minLength: 1, maxLength: 5 })
/** For each place the characters that may stand there. */
const row = fc.array(fc.constantFrom('接', '地', '线', '接地', '地线', '接线', '接地线'), { minLength: 1, maxLength: 4 })

const slots = (all: readonly string[]): Form => slotsOf(all.map((each) => setOfCharacters(Array.from(each, (character) => hanNumber(character.charCodeAt(0))))))

/** Whether so many places of a form, from one of them on, are filled by a text from a place on. */
const isFilled = (all: readonly string[], from: number, length: number, sought: string, at: number): boolean =>
  at + length <= sought.length && all.slice(from, from + length).every((each, place) => each.includes(sought.charAt(at + place)))

const everyPlace = (length: number): number[] => Array.from({ length }, (_, at) => at)

const longestOf = (all: readonly string[], sought: string): number => Math.max(0, ...everyPlace(all.length).flatMap((from) =>
  everyPlace(all.length - from + 1).filter((length) => everyPlace(sought.length).some((at) => isFilled(all, from, length, sought, at)))))

const placesIn = (all: readonly string[], sought: string, most: number): [number, number][] => {
  const places: [number, number][] = []
  for (let at = 0; at < sought.length && places.length < most;) {
    const isHere = isFilled(all, 0, all.length, sought, at)
    if (isHere) places.push([at, at + all.length])
    at += isHere ? all.length : 1
  }
  return places
}

describe('the longest piece of a form in a text', () => {
  it('is as long as that of a text', () => {
    fc.assert(fc.property(form, text, (sought, all) => { expect(longestShare(sought, all)).toBe(longestOf([...sought], all) / sought.length) }))
  })

  it('is as long as that of a row of characters of which each may be one of several', () => {
    fc.assert(fc.property(row, text, (sought, all) => { expect(longestShare(slots(sought), all)).toBe(longestOf(sought, all) / sought.length) }))
  })

  it('is none of nothing', () => { expect([longestShare('', '接地'), longestShare(slots([]), '接地'), longestShare('接', '')]).toEqual([0, 0, 0]) })
})

describe('what is covered of a form', () => {
  it('stands in the text in pieces that are long enough', () => {
    fc.assert(fc.property(form, text, fc.integer({ min: 1, max: 4 }), (sought, all, least) => {
      const covered = everyPlace(sought.length).filter((place) => everyPlace(sought.length - least + 1)
        .some((from) => from <= place && place < from + least && all.includes(sought.slice(from, from + least))))
      expect(coveredShare(sought, all, least)).toBe(covered.length / sought.length)
    }))
  })

  it('is nothing of what is shorter than a piece', () => { expect([coveredShare('接地', '接地', 3), coveredShare('', '接地', 3)]).toEqual([0, 0]) })
})

describe('the places of a form', () => {
  it('are those where it stands whole, none overlapping, no more than wanted', () => {
    fc.assert(fc.property(form, row, text, fc.integer({ min: 1, max: 5 }), (sought, rowSought, all, most) => {
      expect(placesOfForm(sought, all, most)).toEqual(placesIn([...sought], all, most))
      expect(placesOfForm(slots(rowSought), all, most)).toEqual(placesIn(rowSought, all, most))
    }))
  })

  it('are none of nothing', () => { expect([placesOfForm('', '接地', 5), placesOfForm(slots([]), '接地', 5)]).toEqual([[], []]) })
})
