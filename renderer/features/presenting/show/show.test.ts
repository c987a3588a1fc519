import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clockText, isPaused, spentInAll, spentOn } from './clock'
import { newShow, perform, type Act, type Show } from './show'

const items = ['', 'a', 'a', 'b', '']
const start = (at = 0): Show => newShow(at, items, 'me', 0)
const run = (show: Show, acts: readonly (readonly [Act['do'] | number, number])[]): Show =>
  acts.reduce((now, [act, at]) => perform(now, typeof act === 'number' ? { do: 'go', to: act } : act === 'go' ? { do: 'go', to: 1 } : { do: act }, items, at), show)

const anyAct: fc.Arbitrary<Act> = fc.oneof(
  fc.constantFrom<Act>({ do: 'next' }, { do: 'back' }, { do: 'first' }, { do: 'last' }, { do: 'black' }, { do: 'white' }, { do: 'pause' }, { do: 'rehearse' }),
  fc.integer({ min: -5, max: 100_000 }).map((to): Act => ({ do: 'go', to })),
)

describe('what is shown', () => {
  it('begins at the first slide, ends after the last and stays there', () => {
    expect(run(start(), [['next', 1]]).at).toBe(1)
    expect(run(start(), [['back', 1]]).at).toBe(1)
    expect(run(start(), [['last', 1]]).at).toBe(5)
    expect(run(start(), [['last', 1], ['next', 2], ['next', 3]]).at).toBe(6)
    expect(run(start(), [['last', 1], ['next', 2], ['back', 3]]).at).toBe(5)
  })

  it('jumps to no slide that is not there', () => {
    expect(run(start(), [[9, 1]]).at).toBe(5)
    expect(run(start(), [[0, 1]]).at).toBe(1)
  })

  it('comes back from a black or white screen where it was', () => {
    expect(run(start(2), [['black', 1]])).toMatchObject({ at: 2, screen: 'black' })
    expect(run(start(2), [['black', 1], ['black', 2]])).toMatchObject({ at: 2, screen: 'slides' })
    expect(run(start(2), [['black', 1], ['white', 2]])).toMatchObject({ at: 2, screen: 'white' })
    expect(run(start(2), [['white', 1], ['next', 2]])).toMatchObject({ at: 2, screen: 'slides' })
    expect(run(start(2), [['black', 1], [4, 2]])).toMatchObject({ at: 4, screen: 'slides' })
  })

  it('counts the time of each item, back and forth, without the pauses', () => {
    const show = run(start(), [['next', 0], ['next', 1000], ['next', 4000], ['next', 9000], ['back', 11_000], ['pause', 12_000], ['pause', 62_000]])
    expect(spentOn(show.clock, '', 62_500)).toBe(1000)
    expect(spentOn(show.clock, 'a', 62_500)).toBe(9500)
    expect(spentOn(show.clock, 'b', 62_500)).toBe(2000)
    expect(spentInAll(show.clock, 62_500)).toBe(12_500)
  })

  it('stops counting at the end', () => {
    const show = run(start(), [['last', 0], ['next', 5000]])
    expect(spentInAll(show.clock, 900_000)).toBe(5000)
    expect(isPaused(show.clock)).toBe(false)
  })

  it('begins a rehearsal with a clock of its own', () => {
    const show = run(start(), [['last', 0], ['rehearse', 5000], ['next', 6000]])
    expect(show).toMatchObject({ at: 2, isRehearsal: true, clock: { spent: { '': 1000 } } })
  })

  it('shows one of the slides or the end whatever is done, and counts no more time than passes', () => {
    fc.assert(fc.property(fc.array(fc.tuple(anyAct, fc.integer({ min: 0, max: 60_000 })), { maxLength: 40 }), (acts) => {
      let now = 0
      let show = perform(start(), { do: 'first' }, items, now)
      for (const [act, passed] of acts) {
        now += passed
        show = perform(show, act, items, now)
        expect(show.at).toBeGreaterThanOrEqual(1)
        expect(show.at).toBeLessThanOrEqual(items.length + 1)
        expect(show.clock.item).toBe(items[show.at - 1] ?? null)
      }
      expect(spentInAll(show.clock, now)).toBeLessThanOrEqual(now)
    }))
  })
})

describe('a length of time', () => {
  it('is told in minutes and seconds, and in hours where it must be', () => {
    expect([0, 999, 61_000, 760_000, 3_723_000].map(clockText)).toEqual(['00:00', '00:00', '01:01', '12:40', '1:02:03'])
  })
})
