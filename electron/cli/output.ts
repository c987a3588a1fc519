/** What a command prints: JSON or text on stdout, progress and failures on stderr, and the exit code that goes with it. */
import { basename, dirname } from 'node:path'
import { errorData, toFailure, type Failure } from '#shared/contract/errors'
import type { DamagedFile } from '#shared/contract/library'
import type { Language } from '#shared/model/language'
import { failureText } from '#shared/text/messages/failureText'
import { cliTexts, fill } from './texts.data'

/**
 * Exit codes: done; done in part (files failed, records were left as they are, or what was verified has problems); not done, for a reason
 * that was told. Usage errors are commander's 1.
 */
export const exitCodes = { done: 0, partly: 4, failed: 3 } as const

export const printJson = (value: unknown): void => { process.stdout.write(`${JSON.stringify(value, undefined, 2)}\n`) }

/** Names of files may hold anything; what steers a terminal is not printed. */
const plain = (text: string): string => text.replaceAll(/(?!\n)\p{Cc}/gu, '\ufffd')

export const printLine = (text = ''): void => { process.stdout.write(`${plain(text)}\n`) }

/** What is worth knowing beside the answer. */
export const printWarning = (text: string): void => { process.stderr.write(`${plain(text)}\n`) }

export const sizeText = (bytes: number): string => (bytes < 1e6 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`)

/** One line on a terminal, rewritten in place; nothing where stderr is no terminal. */
export const showProgress = (text: string): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${plain(text).replaceAll('\n', ' ').slice(0, process.stderr.columns - 1)}`)
}

/** A path as a shell takes it for one word. */
const quoted = (path: string): string => (process.platform === 'win32' ? `"${path}"` : `'${path.replaceAll("'", "'\\''")}'`)

/** The command that settles what keeps a library from being written; nothing for every other failure. */
const settling = ({ code, data }: Failure, language: Language): string[] => {
  const copied = code === 'library_copied' ? errorData.library_copied.safeParse(data).data : undefined
  return copied ? [fill(cliTexts[language].settle.next, { path: quoted(copied.path) })] : []
}

export const describe = (failure: Failure, language: Language): string => {
  const { what, why, next } = failureText(failure, language)
  return [what, why, next, ...settling(failure, language)].join('\n')
}

/** Says on stderr which files of the library could not be read: what a command finds is without them. */
export const warnOfDamage = (damaged: readonly DamagedFile[], language: Language): void => {
  const { branch, bothKept } = cliTexts[language].verify.kinds
  for (const { path, failure } of damaged) {
    const twoVersions = basename(dirname(dirname(path))) === 'records' ? branch : bothKept
    printWarning(`${path}\n${failure.code === 'conflict' ? twoVersions : describe(failure, language)}`)
  }
}

/** Reports an expected failure and answers its exit code; throws on what is a bug. */
export const reportFailure = (error: unknown, language: Language, json: boolean): number => {
  const failure = toFailure(error)
  if (!failure) throw error
  if (json) printJson({ error: failure })
  printWarning(describe(failure, language))
  return exitCodes.failed
}
