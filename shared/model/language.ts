/** The languages that the screen, the command line and new section titles come in. */
import { z } from 'zod'

export const Language = z.enum(['zh-CN', 'en'])
export type Language = z.infer<typeof Language>
