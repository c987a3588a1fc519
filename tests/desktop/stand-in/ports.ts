/** Message channels as Electron has them: what is posted is serialised, an end can be given away, also to another process, and dies with it. */
import { EventEmitter } from 'node:events'
import { deserialize, serialize } from 'node:v8'
import type Electron from 'electron'
import type { PortEvents } from './events'

interface Receiver {
  message: (data: unknown) => void
  closed: () => void
}

/** One end of a channel, wherever it is held. What arrives before somebody receives is kept. */
export class PortEnd {
  #other: PortEnd = this
  #receiver: Receiver | undefined
  readonly #kept: unknown[] = []
  #isOpen = true

  static pair(): [PortEnd, PortEnd] {
    const [one, two] = [new PortEnd(), new PortEnd()]
    one.#other = two
    two.#other = one
    return [one, two]
  }

  send(data: unknown): void {
    const bytes = serialize(data)
    setImmediate(() => { this.#other.#take(deserialize(bytes)) })
  }

  receive(receiver: Receiver): void {
    this.#receiver = receiver
    for (const data of this.#kept.splice(0)) receiver.message(data)
    if (!this.#isOpen) receiver.closed()
  }

  close(): void {
    for (const end of [this, this.#other]) setImmediate(() => { end.#end() })
  }

  #take(data: unknown): void {
    if (!this.#isOpen) return
    if (this.#receiver) this.#receiver.message(data)
    else this.#kept.push(data)
  }

  #end(): void {
    if (!this.#isOpen) return
    this.#isOpen = false
    this.#receiver?.closed()
  }
}

/** Of the real one's methods all; of its events, those in `PortEvents`. */
export class MessagePortMain extends EventEmitter<PortEvents> implements Pick<Electron.MessagePortMain, 'postMessage' | 'start' | 'close'> {
  #end: PortEnd | undefined
  #isStarted = false

  constructor(end: PortEnd) {
    super()
    this.#end = end
  }

  postMessage(message: unknown, transfer: readonly unknown[] = []): void {
    if (transfer.length > 0) throw new Error('the stand-in does not send ports through ports')
    this.#end?.send(message)
  }

  start(): void {
    if (this.#isStarted) return
    this.#isStarted = true
    this.#end?.receive({ message: (data) => this.emit('message', { data, ports: [] }), closed: () => this.emit('close') })
  }

  close(): void {
    this.#end?.close()
  }

  /** Takes the end out to give it away; the port is of no use from then on. */
  release(): PortEnd {
    const end = this.#end
    if (!end || this.#isStarted) throw new Error('a port that was given away or started cannot be given away')
    this.#end = undefined
    return end
  }
}

export class MessageChannelMain {
  readonly port1: MessagePortMain
  readonly port2: MessagePortMain

  constructor() {
    const [one, two] = PortEnd.pair()
    this.port1 = new MessagePortMain(one)
    this.port2 = new MessagePortMain(two)
  }
}

/** The ends that a message takes along. Throws for anything that is no port. */
export const releaseAll = (transfer: readonly unknown[]): PortEnd[] => transfer.map((port) => {
  if (!(port instanceof MessagePortMain)) throw new Error('only ports can be transferred')
  return port.release()
})
