/** Keys: the library's own, those that it trusts, passphrases and fingerprints. */
export { Fingerprint } from './Fingerprint'
export { KeysPart } from './KeysPart'
export { PassphraseFields } from './PassphraseFields'
export { TrustDialog } from './TrustDialog'
export { useTrusted } from './useKeys'
