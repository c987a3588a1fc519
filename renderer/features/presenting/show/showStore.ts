/** A presentation in this window, and its windows beside it: each tells the others what it did, and asks now and then whether they are still there. */
import { z } from 'zod'
import { isNewer, newShow, perform, Show, type Act, type ItemsOfSlides } from './show'

/** `stage` is for the audience, `presenter` for who speaks. */
export const Role = z.enum(['stage', 'presenter'])
export type Role = z.infer<typeof Role>

/** `hello` wants to be answered by what the others show; `bye` says that a window goes; `change` that windows take the other's part. */
const Message = z.object({ kind: z.enum(['hello', 'show', 'bye', 'change']), from: z.string(), role: Role, show: Show })
type Message = z.infer<typeof Message>

export interface ShowView {
  show: Show
  /** The windows of the same presentation beside this one. */
  others: readonly Role[]
}

/** As BroadcastChannel has it. */
export interface Channel { postMessage: (message: unknown) => void; onmessage: ((event: MessageEvent) => void) | null; close: () => void }

export interface ShowStore {
  view: () => ShowView
  subscribe: (listener: () => void) => () => void
  act: (act: Act) => void
  /** Has the other windows take another part. */
  change: () => void
  /** Joins the others until the returned function is called; `onChange` is called where this window is to take another part. */
  connect: (onChange: () => void) => () => void
}

interface ShowStoreOptions {
  items: ItemsOfSlides
  role: Role
  /** As it was left, if it was. */
  start: { at: number; kept: Show | undefined }
  /** Names this window among the others. */
  by: string
  openChannel: () => Channel
  keep: (show: Show) => void
  now?: () => number
}

const askEveryMs = 1500
/** Times that a window may leave a question without an answer. */
const longestSilence = 2

export const createShowStore = ({ items, role, start, by, openChannel, keep, now = Date.now }: ShowStoreOptions): ShowStore => {
  const listeners = new Set<() => void>()
  /** The others by their names, and how many questions each has not answered. */
  const known = new Map<string, { role: Role; silence: number }>()
  let channel: Channel | undefined
  let onChanged: () => void = () => undefined
  let view: ShowView = { show: start.kept?.at === start.at && start.at > 0 ? start.kept : newShow(start.at, items, by, now()), others: [] }

  const set = (next: Partial<ShowView>): void => {
    view = { ...view, ...next }
    if (next.show) keep(next.show)
    for (const listener of listeners) listener()
  }
  const post = (kind: Message['kind']): void => { channel?.postMessage({ kind, from: by, role, show: view.show } satisfies Message) }
  const count = (): void => {
    const others = [...known.values()].map((each) => each.role)
    if (others.join() !== view.others.join()) set({ others })
  }

  const receive = (data: unknown): void => {
    const message = Message.safeParse(data).data
    if (!message || message.from === by) return
    if (message.kind === 'bye') known.delete(message.from)
    else known.set(message.from, { role: message.role, silence: 0 })
    count()
    if (isNewer(message.show, view.show)) set({ show: { ...message.show, at: Math.min(message.show.at, items.length + 1) } })
    if (message.kind === 'hello') post('show')
    if (message.kind === 'change') onChanged()
  }

  const ask = (): void => {
    for (const [name, other] of known) {
      other.silence += 1
      if (other.silence > longestSilence) known.delete(name)
    }
    count()
    post('hello')
  }

  return {
    view: () => view,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    act: (act) => {
      set({ show: { ...perform(view.show, act, items, now()), version: view.show.version + 1, by } })
      post('show')
    },
    change: () => { post('change') },
    connect: (onChange) => {
      onChanged = onChange
      const opened = openChannel()
      channel = opened
      opened.onmessage = ({ data }: MessageEvent) => { receive(data) }
      ask()
      const timer = setInterval(ask, askEveryMs)
      const leave = (): void => {
        clearInterval(timer)
        if (channel !== opened) return
        post('bye')
        opened.close()
        channel = undefined
        known.clear()
        count()
      }
      return leave
    },
  }
}
