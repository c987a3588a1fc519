/** A message channel that behaves as Electron's between a page and another process: what is posted is serialised, nothing is shared. */
import { EventEmitter } from 'node:events'
import { deserialize, serialize } from 'node:v8'

/** The end in a page: a DOM MessagePort, which Electron closes with an event. */
export class PagePort extends EventTarget {
  readonly #queue: unknown[] = []
  #started = false
  #isOpen = true
  peer: ProcessPort | undefined

  postMessage(data: unknown): void {
    if (this.#isOpen) this.peer?.deliver(serialize(data))
  }

  start(): void {
    this.#started = true
    for (const data of this.#queue.splice(0)) this.#emit(data)
  }

  deliver(bytes: Buffer): void {
    const data: unknown = deserialize(bytes)
    setImmediate(() => {
      if (this.#started) this.#emit(data)
      else this.#queue.push(data)
    })
  }

  close(): void {
    if (!this.#isOpen) return
    this.#isOpen = false
    setImmediate(() => this.dispatchEvent(new Event('close')))
    this.peer?.close()
  }

  #emit(data: unknown): void {
    if (this.#isOpen) this.dispatchEvent(new MessageEvent('message', { data }))
  }
}

/** The end in the utility process: a MessagePortMain, an event emitter whose events carry `data`. */
export class ProcessPort extends EventEmitter {
  readonly #queue: unknown[] = []
  #started = false
  #isOpen = true
  peer: PagePort | undefined

  postMessage(data: unknown): void {
    if (this.#isOpen) this.peer?.deliver(serialize(data))
  }

  start(): void {
    this.#started = true
    for (const data of this.#queue.splice(0)) this.emit('message', { data })
  }

  deliver(bytes: Buffer): void {
    const data: unknown = deserialize(bytes)
    setImmediate(() => {
      if (!this.#isOpen) return
      if (this.#started) this.emit('message', { data })
      else this.#queue.push(data)
    })
  }

  close(): void {
    if (!this.#isOpen) return
    this.#isOpen = false
    setImmediate(() => this.emit('close'))
    this.peer?.close()
  }
}

export const createElectronChannel = (): { page: PagePort, process: ProcessPort } => {
  const page = new PagePort()
  const process = new ProcessPort()
  page.peer = process
  process.peer = page
  return { page, process }
}
