/** Runs a program to its end, bounded in time, its output shown, sent to stderr or kept. */
import { spawn } from 'node:child_process'

/**
 * @typedef {object} RunOptions
 * @property {'show' | 'stderr' | 'keep'} [output] where its output goes: `keep` returns it and shows nothing
 * @property {number} [timeoutMs] after this long it is ended and the run counts as failed
 * @property {NodeJS.ProcessEnv} [env] added to our own environment
 * @property {string} [cwd]
 * @property {boolean} [shell] for programs that are scripts on Windows; arguments must then be constants
 */

/** @typedef {{ code: number, timedOut: boolean, output: string }} RunResult `code` is 1 if it could not be started or was ended */

const stdioOf = {
  show: /** @type {const} */ (['inherit', 'inherit', 'inherit']),
  stderr: /** @type {const} */ (['ignore', 2, 2]),
  keep: /** @type {const} */ (['ignore', 'pipe', 'pipe']),
}

/** @param {string} program @param {readonly string[]} args @param {RunOptions} [options] @returns {Promise<RunResult>} */
export const run = (program, args, { output = 'show', timeoutMs, env = {}, cwd = process.cwd(), shell = false } = {}) =>
  new Promise((resolve) => {
    let kept = ''
    let timedOut = false
    const child = spawn(program, args, { cwd, shell, env: { ...process.env, ...env }, stdio: [...stdioOf[output]] })
    const timer = timeoutMs === undefined ? undefined : setTimeout(() => { timedOut = true; child.kill('SIGKILL') }, timeoutMs)
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => { kept += text })
    child.on('error', (error) => { clearTimeout(timer); resolve({ code: 1, timedOut, output: `${kept}${error.message}\n` }) })
    child.on('close', (code) => { clearTimeout(timer); resolve({ code: code ?? 1, timedOut, output: kept }) })
  })
