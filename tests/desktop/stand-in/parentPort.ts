/** Loaded before the entry of a utility process: gives it `process.parentPort`, which keeps messages until somebody listens. */
import { EventEmitter } from 'node:events'
import type Electron from 'electron'
import { z } from 'zod'
import type { ParentPortEvents } from './events'
import { PortCarrier, PortFrame } from './portCarrier'
import { MessagePortMain } from './ports'
import { real } from './real'
import type { FromUtility } from './utilityProcess'

const ToUtility = z.object({ message: z.object({ data: z.unknown(), ports: z.array(z.int()) }).optional(), frame: PortFrame.optional() })

const send = (message: FromUtility): void => { if (process.connected) process.send?.(message) }

class ParentPort extends EventEmitter<ParentPortEvents & { newListener: [name: string] }> implements Pick<Electron.ParentPort, 'postMessage'> {
  postMessage(data: unknown): void {
    send({ message: { data } })
  }
}

const parentPort = new ParentPort()
const carrier = new PortCarrier((frame) => { send({ frame }) })

process.on('message', (received) => {
  const { message, frame } = ToUtility.parse(received)
  if (frame) carrier.frame(frame)
  if (!message) return
  const ports = message.ports.map((port) => new MessagePortMain(carrier.take(port)))
  const deliver = (): void => { parentPort.emit('message', { data: message.data, ports: real.ports.parse(ports) }) }
  if (parentPort.listenerCount('message') > 0) deliver()
  else parentPort.once('newListener', () => { setImmediate(deliver) })
})
// The real one ends with its app.
process.on('disconnect', () => process.exit())
Object.defineProperty(process, 'parentPort', { value: parentPort })
