/** The command on keys: those of the library, and whom it trusts. */
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { AppError } from '#shared/contract/errors'
import { shortestPassphrase } from '#shared/contract/packageSafety'
import type { TrustedKey } from '#shared/model/keys'
import { newFile, openLibrary, type CommandContext } from './context'
import { keysTexts } from './keysTexts.data'
import { exitCodes, printJson, printLine } from './output'
import { fill } from './texts.data'

export const keyActions = ['show', 'export', 'recover', 'card', 'trust', 'revoke'] as const
export type KeyAction = (typeof keyActions)[number]

export interface KeysOptions { passphraseFile?: string; unit?: string; fingerprint?: string; reason?: string; note?: string; force?: boolean }

/** The first line of a file. Throws `file_unreadable`. */
export const passphraseIn = async (path: string): Promise<string> => {
  const text = await readFile(resolve(path), 'utf8').catch((error: unknown) => {
    throw new AppError('file_unreadable', { path: resolve(path), reason: error instanceof Error && 'code' in error ? String(error.code) : 'not a file' }, { cause: error })
  })
  return text.split(/\r?\n/)[0] ?? ''
}

/** Trusted keys that are not revoked, by unit, library or id. Throws `not_found` for a name that none of them has. */
export const trustedNamed = async ({ core: { client } }: CommandContext, names: readonly string[]): Promise<TrustedKey[]> => {
  const trusted = (await client.keys.trusted()).filter(({ revokedAt }) => revokedAt === null)
  return names.flatMap((name) => {
    const named = trusted.filter(({ id, unit, library }) => [id, unit, library.name].includes(name))
    if (named.length === 0) throw new AppError('not_found', { kind: 'key', id: name })
    return named
  })
}

const show = async ({ core: { client }, language, json }: CommandContext): Promise<number> => {
  const texts = keysTexts[language]
  const [own, trusted] = [await client.keys.own(), await client.keys.trusted()]
  if (json) {
    printJson({ own, trusted })
    return exitCodes.done
  }
  printLine(own ? fill(texts.own, { unit: own.library.unit || own.library.name, fingerprint: own.fingerprint }) : texts.none)
  own?.earlier.forEach(({ fingerprint, retiredAt }) => { printLine(fill(texts.earlier, { fingerprint, at: retiredAt.slice(0, 10) })) })
  if (trusted.length === 0) printLine(texts.nobody)
  trusted.forEach(({ unit, fingerprint, revokedAt, revokedReason }) => { printLine(fill(revokedAt === null ? texts.trusted : texts.revoked, { unit, fingerprint, reason: revokedReason })) })
  return exitCodes.done
}

/** Prints what is said, or the result as JSON. */
const said = ({ json }: CommandContext, text: string, result: unknown): number => {
  if (json) printJson(result)
  else printLine(text)
  return exitCodes.done
}

const refused = ({ json }: CommandContext, text: string, result: unknown): number => {
  if (json) printJson(result)
  else printLine(text)
  return exitCodes.failed
}

const digitsOf = (text: string): string => text.replaceAll(/\D/g, '')

const trust = async (context: CommandContext, path: string, options: KeysOptions): Promise<number> => {
  const { core: { client }, language } = context
  const texts = keysTexts[language]
  const { library, keys, known: { fingerprint } } = await client.keys.readCard({ path: resolve(path) })
  const unit = options.unit ?? (library.unit || library.name)
  if (options.fingerprint === undefined) return refused(context, fill(texts.compare, { unit, fingerprint }), { library, fingerprint })
  if (digitsOf(options.fingerprint) !== digitsOf(fingerprint)) return refused(context, texts.differs, { library, fingerprint })
  return said(context, fill(texts.trust, { unit }), await client.keys.trust({ unit, library, keys, note: options.note ?? '' }))
}

const revoke = async (context: CommandContext, name: string, reason: string): Promise<number> => {
  const revoked: TrustedKey[] = []
  for (const { id } of await trustedNamed(context, [name])) revoked.push(await context.core.client.keys.revoke({ id, reason }))
  return said(context, fill(keysTexts[context.language].revoke, { unit: name }), revoked)
}

/** What is missing for an action, as a sentence; undefined where nothing is. */
const missingFor = (action: KeyAction, file: string | undefined, passphrase: string, { reason }: KeysOptions, texts: (typeof keysTexts)['en']): string | undefined => {
  if (action === 'show') return undefined
  if (file === undefined) return action === 'revoke' ? texts.needsUnit : texts.needsFile
  if (action === 'revoke' && reason === undefined) return texts.needsReason
  const isLong = action === 'export' ? passphrase.length >= shortestPassphrase : passphrase !== ''
  return (action === 'export' || action === 'recover') && !isLong ? texts.needsPassphrase : undefined
}

export const keysCommand = async (context: CommandContext, action: KeyAction, file: string | undefined, options: KeysOptions): Promise<number> => {
  const { core: { client }, language } = context
  const texts = keysTexts[language]
  const passphrase = options.passphraseFile === undefined ? '' : await passphraseIn(options.passphraseFile)
  const missing = missingFor(action, file, passphrase, options, texts)
  if (missing !== undefined) return refused(context, missing, { missing })
  await openLibrary(context, action === 'trust' || action === 'revoke')
  if (action === 'show' || file === undefined) return show(context)
  switch (action) {
    case 'export': return said(context, fill(texts.made, { path: resolve(file) }), await client.keys.export({ passphrase, to: await newFile(file, options.force ?? false) }))
    case 'card': return said(context, fill(texts.made, { path: resolve(file) }), await client.keys.card({ to: await newFile(file, options.force ?? false) }))
    case 'recover': {
      const own = await client.keys.recover({ path: resolve(file), passphrase })
      return said(context, fill(texts.recovered, { fingerprint: own.fingerprint }), own)
    }
    case 'trust': return trust(context, file, options)
    case 'revoke': return revoke(context, file, options.reason ?? '')
  }
}
