/** What the test and the stand-in, which run in two processes, say to one another. */
import { z } from 'zod'
import { PortFrame } from './portCarrier'

/** From a window to its page, which lives in the test's process or in a browser that it steers. */
export const PageOrder = z.object({
  load: z.object({ url: z.string(), address: z.string(), preload: z.string() }).optional(),
  ipc: z.object({ channel: z.string(), message: z.unknown(), ports: z.array(z.int()) }).optional(),
  frame: PortFrame.optional(),
  /** Asks the page to go: it is `unloaded`, or it has `refused`. */
  unload: z.literal(true).optional(),
  destroy: z.literal(true).optional(),
})
export type PageOrder = z.infer<typeof PageOrder>

/** From a page to its window. */
export const PageReport = z.object({
  loaded: z.literal(true).optional(),
  failed: z.string().optional(),
  ipc: z.object({ channel: z.string(), args: z.array(z.unknown()), frame: z.object({ url: z.string(), isMain: z.boolean() }) }).optional(),
  frame: PortFrame.optional(),
  unloaded: z.literal(true).optional(),
  refused: z.literal(true).optional(),
})
export type PageReport = z.infer<typeof PageReport>

export const ToTest = z.object({
  answer: z.object({ id: z.int(), value: z.unknown().optional(), error: z.string().optional() }).optional(),
  page: z.object({ window: z.int(), order: PageOrder }).optional(),
  /** An event of the app, or an error that it shows, for the order in which they come. */
  event: z.string().optional(),
})
export type ToTest = z.infer<typeof ToTest>

export const FromTest = z.object({
  call: z.object({ id: z.int(), name: z.string(), args: z.array(z.unknown()) }).optional(),
  page: z.object({ window: z.int(), report: PageReport }).optional(),
})
export type FromTest = z.infer<typeof FromTest>
