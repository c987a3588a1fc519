/** Carries ends of channels over the border of a process or a page: one on either side, joined by whatever passes frames on in order. */
import { z } from 'zod'
import { PortEnd } from './ports'

export const PortFrame = z.object({ port: z.int(), data: z.unknown().optional(), closed: z.boolean().optional() })
export type PortFrame = z.infer<typeof PortFrame>

export class PortCarrier {
  readonly #ends = new Map<number, PortEnd>()
  readonly #post: (frame: PortFrame) => void
  #last = 0

  constructor(post: (frame: PortFrame) => void) {
    this.#post = post
  }

  /** Gives an end to the other side, which takes it under this number. Say so before this turn of the loop ends: frames follow after it. */
  give(end: PortEnd): number {
    this.#last += 1
    const port = this.#last
    setImmediate(() => { this.#join(port, end) })
    return port
  }

  /** Takes what the other side gave. */
  take(port: number): PortEnd {
    const [near, far] = PortEnd.pair()
    this.#join(port, far)
    return near
  }

  frame({ port, data, closed }: PortFrame): void {
    if (closed) this.#ends.get(port)?.close()
    else this.#ends.get(port)?.send(data)
  }

  /** The other side is gone, and everything that it held. */
  drop(): void {
    for (const end of this.#ends.values()) end.close()
  }

  #join(port: number, end: PortEnd): void {
    this.#ends.set(port, end)
    end.receive({
      message: (data) => { this.#post({ port, data }) },
      closed: () => {
        this.#ends.delete(port)
        this.#post({ port, closed: true })
      },
    })
  }
}
