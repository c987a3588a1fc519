/** Where Electron's types ask for a whole object of theirs and the stand-in has the part that is used of it. */
import type Electron from 'electron'
import { z } from 'zod'

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null

type PermissionRequest = NonNullable<Parameters<Electron.Session['setPermissionRequestHandler']>[0]>

export const real = {
  webContents: z.custom<Electron.WebContents>(isObject),
  frame: z.custom<Electron.WebFrameMain>(isObject),
  permission: z.custom<Parameters<PermissionRequest>[1]>((value) => typeof value === 'string'),
  ports: z.custom<Electron.MessagePortMain[]>(Array.isArray),
}
