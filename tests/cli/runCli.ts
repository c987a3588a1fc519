/** Runs the built command line as a user does: a process of its own on a home of its own. */
import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'

const entry = join(import.meta.dirname, '../../out/main/cli.js')

export interface CliRun { code: number | null; out: string; err: string }

export interface StartedCli { child: ChildProcess; ended: Promise<CliRun> }

export const startCli = (home: string, cwd: string, args: readonly string[]): StartedCli => {
  const child = spawn(process.execPath, [entry, ...args], { cwd, env: { ...process.env, LIANGFANG_HOME: home, LANG: 'C', LC_ALL: 'C' }, stdio: ['ignore', 'pipe', 'pipe'] })
  const run: CliRun = { code: null, out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => { run.out += text })
  child.stderr.setEncoding('utf8').on('data', (text: string) => { run.err += text })
  const ended = new Promise<CliRun>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => { resolve({ ...run, code }) })
  })
  return { child, ended }
}
