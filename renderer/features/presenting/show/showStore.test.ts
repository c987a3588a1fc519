import { afterEach, describe, expect, it, vi } from 'vitest'
import { createShowStore, type Role, type ShowStore } from './showStore'
import { newShow, type Show } from './show'

const items = ['', 'a', 'a', 'b', '']
const leaving: (() => void)[] = []
let names = 0

const open = (role: Role, { at = 0, kept, name = 'test', onChange = () => undefined, onKeep = () => undefined }: { at?: number; kept?: Show; name?: string; onChange?: () => void; onKeep?: (show: Show) => void } = {}): ShowStore & { leave: () => void } => {
  names += 1
  const store = createShowStore({ items, role, start: { at, kept }, by: String(names), openChannel: () => new BroadcastChannel(name), keep: onKeep })
  const leave = store.connect(onChange)
  leaving.push(leave)
  return { ...store, leave }
}

afterEach(() => { for (const leave of leaving.splice(0)) leave() })

describe('two windows of a presentation', () => {
  it('show the same, whichever of them goes on', async () => {
    const stage = open('stage')
    const presenter = open('presenter')
    stage.act({ do: 'next' })
    await vi.waitFor(() => { expect(presenter.view().show.at).toBe(1) })
    presenter.act({ do: 'go', to: 4 })
    presenter.act({ do: 'black' })
    await vi.waitFor(() => { expect(stage.view().show).toMatchObject({ at: 4, screen: 'black' }) })
    expect(stage.view().show).toEqual(presenter.view().show)
  })

  it('begin where the other is, and know of one another', async () => {
    const stage = open('stage')
    stage.act({ do: 'go', to: 3 })
    const presenter = open('presenter')
    await vi.waitFor(() => { expect(presenter.view()).toMatchObject({ show: { at: 3 }, others: ['stage'] }) })
    await vi.waitFor(() => { expect(stage.view().others).toEqual(['presenter']) })
  })

  it('notice that the other goes, and meet again', async () => {
    const stage = open('stage')
    const presenter = open('presenter')
    await vi.waitFor(() => { expect(presenter.view().others).toEqual(['stage']) })
    stage.act({ do: 'go', to: 2 })
    await vi.waitFor(() => { expect(presenter.view().show.at).toBe(2) })
    stage.leave()
    await vi.waitFor(() => { expect(presenter.view().others).toEqual([]) })
    presenter.act({ do: 'next' })
    const again = open('stage', { at: 2, kept: stage.view().show })
    await vi.waitFor(() => { expect(again.view().show.at).toBe(3) })
    await vi.waitFor(() => { expect(presenter.view().others).toEqual(['stage']) })
  })

  it('have nothing to do with windows of another presentation', async () => {
    const stage = open('stage')
    const other = open('stage', { name: 'other' })
    const presenter = open('presenter')
    other.act({ do: 'last' })
    stage.act({ do: 'go', to: 2 })
    await vi.waitFor(() => { expect(presenter.view().show.at).toBe(2) })
    expect(presenter.view().others).toEqual(['stage'])
  })

  it('take one another\'s part when one of them asks', async () => {
    const onChange = vi.fn()
    open('stage', { onChange })
    const presenter = open('presenter')
    presenter.change()
    await vi.waitFor(() => { expect(onChange).toHaveBeenCalledOnce() })
  })

  it('pass over what is no message of theirs', async () => {
    const stage = open('stage')
    const presenter = open('presenter')
    const stranger = new BroadcastChannel('test')
    for (const message of [null, 'next', { kind: 'show', from: 'x', role: 'stage', show: { at: -1 } }]) stranger.postMessage(message)
    stranger.close()
    presenter.act({ do: 'go', to: 2 })
    await vi.waitFor(() => { expect(stage.view().show.at).toBe(2) })
    expect(stage.view().others).toEqual(['presenter'])
  })
})

describe('a window that is opened again', () => {
  it('goes on with its clock', () => {
    const kept: Show = { ...newShow(2, items, 'before', 0), clock: { spent: { a: 60_000 }, item: 'a', since: 5 }, version: 8 }
    expect(open('stage', { at: 2, kept }).view().show).toEqual(kept)
  })

  it('begins anew at the start, and at a slide that it was not left at', () => {
    const kept: Show = { ...newShow(2, items, 'before', 0), version: 8 }
    expect(open('stage', { at: 0, kept, name: 'one' }).view().show).toMatchObject({ at: 0, version: 0, clock: { item: null } })
    expect(open('stage', { at: 4, kept, name: 'two' }).view().show).toMatchObject({ at: 4, version: 0, clock: { item: 'b' } })
  })

  it('keeps each change', () => {
    const onKeep = vi.fn()
    open('stage', { onKeep }).act({ do: 'next' })
    expect(onKeep).toHaveBeenLastCalledWith(expect.objectContaining({ at: 1, version: 1 }))
  })
})
