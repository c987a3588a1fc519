/** The small state file by which a second start finds the host that runs, and by which the next host finds its port again. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const State = z.object({
  /** Kept after the end: the same address means the same drafts in the browser's storage. */
  port: z.int().min(1).max(65_535),
  pid: z.int().optional(),
  control: z.string().optional(),
  /** Kept after the end, so that a window that is still open may come back. The file is for this user's eyes alone. */
  cookie: z.string().min(40).optional(),
})
type State = z.infer<typeof State>

const Link = z.object({ url: z.url() })

const answerMs = 3000

const statePath = (config: string): string => join(config, 'web-host.json')

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** Undefined if there is none or it is damaged: the next start writes it anew. */
const readState = async (config: string): Promise<State | undefined> => {
  try {
    return State.safeParse(JSON.parse(await readFile(statePath(config), 'utf8'))).data
  } catch (error) {
    if (isMissing(error) || error instanceof SyntaxError) return undefined
    throw error
  }
}

export const rememberHost = async (config: string, state: State): Promise<void> => {
  await mkdir(config, { recursive: true })
  const temporary = `${statePath(config)}.${process.pid}`
  await writeFile(temporary, `${JSON.stringify(state)}\n`, { mode: 0o600 })
  await rename(temporary, statePath(config))
}

/** Port and cookie of the last run. */
export const rememberedHost = async (config: string): Promise<Pick<State, 'port' | 'cookie'> | undefined> => readState(config)

/** A fresh one-time link of the host that runs with this config folder; undefined if none answers. */
export const linkOfRunningHost = async (config: string): Promise<string | undefined> => {
  const state = await readState(config)
  if (state?.control === undefined) return undefined
  const origin = `http://127.0.0.1:${state.port}`
  try {
    const response = await fetch(`${origin}/links`, {
      method: 'POST', redirect: 'error', signal: AbortSignal.timeout(answerMs),
      headers: { Origin: origin, Authorization: `Bearer ${state.control}` },
    })
    return response.ok ? Link.parse(await response.json()).url : undefined
  } catch {
    // Nobody there, or something else by now: the host crashed.
    return undefined
  }
}
