/** The keys of the library that is open, on this machine alone, and the list of those whom it trusts. */
import { AppError } from '#shared/contract/errors'
import type { OwnKeys, ReadCard } from '#shared/contract/keys'
import type { KeyStanding } from '#shared/contract/packageSafety'
import type { MadeFile } from '#shared/contract/packages'
import { newId } from '#shared/model/ids'
import { keysFormat, type KeysFile, type TrustedKey } from '#shared/model/keys'
import type { PublicKeys } from '#shared/model/package'
import { fileNameOf } from '#shared/text/fileName'
import { isRecipient, recipientOf } from '../../packages/encryption'
import { publicJwk, signBytes, type PrivateJwk } from '../../packages/signature'
import { hashBytes } from '../../store/canonicalJson'
import { replaceFile } from '../../store/durableFile'
import type { Changes } from '../changes'
import { checkPath, targetOf, type DownloadService } from '../downloads'
import type { Session, SessionHolder } from '../session'
import type { SettingsService } from '../settings'
import { readCard, writtenCard } from './card'
import { createKeyFiles, inPlaceOf, newKeys, openCopy, sealedCopy, writePrivate } from './keyFiles'
import { fingerprintOfKey, standingOf, trustedOf, unsignedStanding, withTrusted } from './trust'

export { unsignedStanding } from './trust'

export interface KeyToTrust { unit: string; library: { id: string; name: string }; keys: PublicKeys; note: string }

/** What packages ask of the keys. Each throws what reading them throws. */
export interface PackageKeys {
  /** Keys are made where there are none. */
  signerOf: (session: Session) => Promise<{ keys: PublicKeys; sign: (bytes: Uint8Array) => Promise<Uint8Array> }>
  /** All that may open what was encrypted to the library, none where it has no keys. */
  identitiesOf: (session: Session) => Promise<string[]>
  /** What is known of who signed; `signing` is null for what nobody signed. */
  standingOf: (session: Session, libraryId: string, signing: string | null) => Promise<KeyStanding>
  /** Whether a key that was replaced since was this library's at a moment. */
  wasOwn: (session: Session, signing: string, at: string) => Promise<boolean>
  /** The recipients of trusted keys that are not revoked, by their ids. Throws `not_found`. */
  recipientsOf: (session: Session, ids: readonly string[]) => string[]
}

/** All throw `no_library_open`; those that change the trust list also why the library can't be written, and `store_write_failed`. */
export interface KeyService extends PackageKeys {
  own: () => Promise<OwnKeys | null>
  create: () => Promise<OwnKeys>
  export: (passphrase: string, to: string | null) => Promise<MadeFile>
  recover: (path: string, passphrase: string) => Promise<OwnKeys>
  replace: () => Promise<OwnKeys>
  card: (to: string | null) => Promise<MadeFile>
  readCard: (path: string) => Promise<ReadCard>
  trusted: () => TrustedKey[]
  standing: (libraryId: string, signing: string) => Promise<KeyStanding>
  trust: (key: KeyToTrust) => Promise<TrustedKey>
  revoke: (id: string, reason: string) => Promise<TrustedKey>
  forget: (id: string) => Promise<null>
}

interface Parts { folder: string; sessions: SessionHolder; settings: SettingsService; downloads: DownloadService; changes: Changes; now: () => number }

const publicOf = async ({ signing, identity }: KeysFile): Promise<PublicKeys> => ({ signing, encryption: await recipientOf(identity) })
const privateOf = ({ signing, secret }: KeysFile): PrivateJwk => ({ ...publicJwk(signing), d: secret })

export const createKeyService = ({ folder, sessions, settings, downloads, changes, now }: Parts): KeyService => {
  const files = createKeyFiles(folder)
  let turn: Promise<unknown> = Promise.resolve()
  /** One change of keys after another: two that make them would each make others. */
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    const result = turn.then(work)
    turn = result.catch(() => undefined)
    return result
  }
  const at = (): string => new Date(now()).toISOString()
  const libraryOf = ({ folder: { library } }: Session) => {
    const { id, name, unit } = library.current()
    return { id, name, unit: unit.name }
  }

  const describe = async (session: Session, keys: KeysFile): Promise<OwnKeys> => ({
    library: libraryOf(session), keys: await publicOf(keys), fingerprint: await fingerprintOfKey(keys.signing), createdAt: keys.createdAt,
    earlier: await Promise.all(keys.earlier.map(async ({ signing, createdAt, retiredAt }) => ({ fingerprint: await fingerprintOfKey(signing), createdAt, retiredAt }))),
  })

  const told = (keys: KeysFile): KeysFile => {
    changes.publish({ type: 'keys' })
    return keys
  }
  const write = async (keys: KeysFile): Promise<KeysFile> => {
    await files.write(keys)
    return told(keys)
  }

  const needed = async (session: Session): Promise<KeysFile> => inTurn(async () => {
    const { id } = libraryOf(session)
    return await files.read(id) ?? told(await files.writeFirst(await newKeys(id, at())))
  })

  const made = async (session: Session, to: string | null, name: string, bytes: Uint8Array): Promise<MadeFile> => {
    await checkPath(to, session.folder.root)
    const target = await targetOf(downloads, to, name)
    await replaceFile(target.path, async (temporary) => writePrivate(temporary, bytes))
    return { name: target.name, path: to, download: target.download, size: bytes.byteLength, sha256: hashBytes(bytes) }
  }

  const changeTrusted = async (change: (trusted: readonly TrustedKey[]) => TrustedKey): Promise<TrustedKey> => {
    const session = sessions.writable()
    const key = await session.write(async () => {
      const changed: { key?: TrustedKey } = {}
      await session.folder.library.update((library) => {
        const next = change(trustedOf(library))
        changed.key = next
        return { ...library, trusted: withTrusted(library.trusted ?? [], next) }
      })
      return changed.key
    })
    if (!key) throw new RangeError('the list was not changed')
    changes.publish({ type: 'keys' })
    return key
  }

  const found = (trusted: readonly TrustedKey[], id: string): TrustedKey => {
    const key = trusted.find((each) => each.id === id)
    if (!key) throw new AppError('not_found', { kind: 'key', id })
    return key
  }

  const standingIn = async (session: Session, libraryId: string, signing: string | null): Promise<KeyStanding> => {
    const library = session.folder.library.current()
    if (signing === null) return trustedOf(library).some((each) => each.library.id === libraryId) ? { ...unsignedStanding, warning: 'notSigned' } : unsignedStanding
    return standingOf(library, (await files.read(library.id))?.signing, libraryId, signing)
  }

  return {
    own: async () => {
      const session = sessions.required()
      const keys = await files.read(libraryOf(session).id)
      return keys ? describe(session, keys) : null
    },
    create: async () => {
      const session = sessions.required()
      return describe(session, await needed(session))
    },
    export: async (passphrase, to) => {
      const session = sessions.required()
      const { name } = libraryOf(session)
      return made(session, to, fileNameOf(name, 'keys', 'lfkeys'), await sealedCopy(await needed(session), passphrase))
    },
    recover: async (path, passphrase) => inTurn(async () => {
      const session = sessions.required()
      const { id } = libraryOf(session)
      const copy = await openCopy(path, passphrase, id)
      return describe(session, await write(inPlaceOf(await files.readOrSetAside(id), copy, at())))
    }),
    replace: async () => inTurn(async () => {
      const session = sessions.required()
      const { id } = libraryOf(session)
      return describe(session, await write(inPlaceOf(await files.readOrSetAside(id), await newKeys(id, at()), at())))
    }),
    card: async (to) => {
      const session = sessions.required()
      const library = libraryOf(session)
      const keys = await needed(session)
      const text = await writtenCard({ format: keysFormat, library, keys: await publicOf(keys), by: settings.person(), at: at() }, privateOf(keys))
      return made(session, to, fileNameOf(library.unit || library.name, 'card', 'lfcard'), Buffer.from(text))
    },
    readCard: async (path) => {
      const session = sessions.required()
      const card = await readCard(path)
      return { library: card.library, keys: card.keys, at: card.at, known: await standingIn(session, card.library.id, card.keys.signing) }
    },
    trusted: () => trustedOf(sessions.required().folder.library.current()),
    standing: async (libraryId, signing) => standingIn(sessions.required(), libraryId, signing),
    trust: async ({ unit, library, keys, note }) => {
      if (!isRecipient(keys.encryption)) throw new AppError('invalid', { issues: [{ path: 'keys', message: 'not a public key' }] })
      const fingerprint = await fingerprintOfKey(keys.signing)
      return changeTrusted((trusted) => {
        const before = trusted.find((each) => each.keys.signing === keys.signing && each.library.id === library.id)
        return { ...before, id: before?.id ?? newId(), unit, library: { id: library.id, name: library.name }, keys: { signing: keys.signing, encryption: keys.encryption }, fingerprint, addedAt: at(), by: settings.person(), note, revokedAt: null, revokedReason: '' }
      })
    },
    revoke: async (id, reason) => changeTrusted((trusted) => ({ ...found(trusted, id), revokedAt: at(), revokedReason: reason })),
    forget: async (id) => {
      const session = sessions.writable()
      await session.write(async () => session.folder.library.update((library) => ({ ...library, trusted: (library.trusted ?? []).filter((each) => each.id !== id) })))
      changes.publish({ type: 'keys' })
      return null
    },
    signerOf: async (session) => {
      const keys = await needed(session)
      return { keys: await publicOf(keys), sign: async (bytes) => signBytes(bytes, privateOf(keys)) }
    },
    identitiesOf: async (session) => {
      const keys = await files.read(libraryOf(session).id)
      return keys ? [keys.identity, ...keys.earlier.map(({ identity }) => identity)] : []
    },
    standingOf: standingIn,
    wasOwn: async (session, signing, moment) => {
      const { earlier = [] } = await files.read(libraryOf(session).id) ?? {}
      return earlier.some((each) => each.signing === signing && Date.parse(moment) <= Date.parse(each.retiredAt))
    },
    recipientsOf: (session, ids) => {
      const trusted = trustedOf(session.folder.library.current())
      const revoked = new Set(trusted.flatMap(({ revokedAt, keys: { signing } }) => (revokedAt === null ? [] : [signing])))
      const usable = trusted.filter(({ keys: { signing } }) => !revoked.has(signing))
      return ids.map((id) => found(usable, id).keys.encryption)
    },
  }
}
