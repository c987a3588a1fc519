/** Whether a package may leave as it was chosen to be signed and encrypted. */
import { PackageSafety } from '#shared/contract/packageSafety'

export const initialSafety: PackageSafety = { sign: true, encrypt: null }

export type EncryptWay = 'none' | 'passphrase' | 'to'

export const wayOf = ({ encrypt }: PackageSafety): EncryptWay => {
  if (encrypt === null) return 'none'
  return 'passphrase' in encrypt ? 'passphrase' : 'to'
}

/** What is being chosen may not be whole yet: a passphrase without words, nobody to encrypt to. `restricted`: with 受控 records both are needed. */
export const isSafe = (safety: PackageSafety, restricted: boolean): boolean =>
  PackageSafety.safeParse(safety).success && (!restricted || (safety.sign && safety.encrypt !== null))
