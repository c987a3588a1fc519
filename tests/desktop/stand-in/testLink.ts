/** The stand-in's end of the line to the test. */
import { FromTest, type PageOrder, type PageReport, type ToTest } from './messages'

type Command = (...args: unknown[]) => unknown

const pages = new Map<number, (report: PageReport) => void>()
let commands: Record<string, Command> = {}

const send = (message: ToTest, done: () => void = () => undefined): void => {
  if (process.connected) process.send?.(message, undefined, undefined, done)
  else done()
}

/** Connects a window to its page; the returned function sends it orders. */
export const openPage = (window: number, onReport: (report: PageReport) => void): ((order: PageOrder) => void) => {
  pages.set(window, onReport)
  return (order) => { send({ page: { window, order } }) }
}

export const closePage = (window: number): void => { pages.delete(window) }

/** Tells the test that an event was emitted; `done` follows once it is under way. */
export const tell = (event: string, done?: () => void): void => { send({ event }, done) }

const run = async (id: number, name: string, args: unknown[]): Promise<void> => {
  try {
    const command = commands[name]
    if (!command) throw new Error(`the stand-in has no command ${name}`)
    send({ answer: { id, value: await command(...args) } })
  } catch (error) {
    send({ answer: { id, error: error instanceof Error ? error.message : String(error) } })
  }
}

export const serveCommands = (served: Record<string, Command>): void => { commands = served }

process.on('message', (received) => {
  const { call, page } = FromTest.parse(received)
  if (call) void run(call.id, call.name, call.args)
  if (page) pages.get(page.window)?.(page.report)
})
// A test that is gone leaves nothing behind.
process.on('disconnect', () => process.exit())
