/** What the desktop's preload hands over. Without it, this window is a browser's and talks to the web host. */
import { z } from 'zod'

const isFunction = (value: unknown): boolean => typeof value === 'function'

const PreloadBridge = z.object({
  /** Asks for a port to the core or the host; it arrives as a window message of the type below. */
  requestPort: z.custom<(to: PortName) => void>(isFunction),
  /** The path of a file that was dropped or picked; empty for one that is not on disk. */
  pathOfFile: z.custom<(file: File) => string>(isFunction),
})
export type PreloadBridge = z.infer<typeof PreloadBridge>

export type PortName = 'core' | 'host'

export const PortMessage = z.object({ type: z.literal('liangfang:port'), to: z.enum(['core', 'host']) })

export const preloadBridge: PreloadBridge | undefined = PreloadBridge.safeParse(Reflect.get(globalThis, 'liangfang')).data
