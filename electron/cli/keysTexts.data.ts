/** What the command line says of keys and trust, in each language. */
import type { KeyStanding } from '#shared/contract/packageSafety'
import type { Language } from '#shared/model/language'

export interface KeysTexts {
  about: string; action: string; file: string; passphraseFile: string; unit: string; fingerprint: string; reason: string; note: string
  /** What an action needs that was not given. */
  needsFile: string; needsPassphrase: string; needsUnit: string; needsReason: string
  none: string; own: string; earlier: string; trusted: string; revoked: string; nobody: string
  made: string; recovered: string; compare: string; differs: string; trust: string; revoke: string
  sign: string; to: string; openPassphrase: string; accept: string
  standings: Record<KeyStanding['standing'], string>; encrypted: string; clockAhead: string
  warnings: Record<NonNullable<KeyStanding['warning']>, string>
}

export const keysTexts: Readonly<Record<Language, KeysTexts>> = {
  'zh-CN': {
    about: '资料库的密钥与信任名单', action: 'show 查看；export 备份；recover 恢复；card 导出公钥名片；trust 信任一张名片；revoke 撤销信任', file: '密钥备份、名片文件，revoke 时是单位',
    passphraseFile: '口令文件：第一行是口令', unit: '信任时写入名单的单位（默认：名片上的）', fingerprint: '在电话里核对过的指纹，40 位数字', reason: '撤销的原因', note: '备注',
    needsFile: '请给出文件', needsPassphrase: '请用 --passphrase-file 给出口令文件，口令至少 8 个字', needsUnit: '请给出要撤销的单位', needsReason: '请用 --reason 写明原因',
    none: '这台电脑上还没有本库的密钥；第一次签名或导出名片时生成', own: '本库　{unit}　{fingerprint}', earlier: '旧密钥　{fingerprint}　停用于 {at}',
    trusted: '信任　{unit}　{fingerprint}', revoked: '已撤销　{unit}　{fingerprint}　{reason}', nobody: '信任名单是空的',
    made: '已写出 {path}', recovered: '已恢复密钥　{fingerprint}', compare: '名片上的单位：{unit}\n指纹　{fingerprint}\n请打电话与对方核对，再加上 --fingerprint 写出核对过的数字', differs: '指纹与名片不符，没有加入名单',
    trust: '已信任　{unit}', revoke: '已撤销对 {unit} 的信任',
    sign: '用本库的密钥签名', to: '加密给信任名单里的这些单位', openPassphrase: '加密资料包的口令文件：第一行是口令', accept: '没有签名或密钥未知，也接收',
    standings: { own: '本库自己的签名', trusted: '签名有效，信任的单位：{unit}', unknown: '密钥未知，指纹 {fingerprint}', revoked: '密钥已被撤销信任，指纹 {fingerprint}', unsigned: '没有签名' },
    encrypted: '已加密', clockAhead: '制作时间比这台电脑的时间还晚，请核对时钟',
    warnings: { otherLibrary: '这把密钥在名单里属于另一个资料库，请先核实', otherKey: '名单里这个资料库用的是另一把密钥，请先核实', notSigned: '已信任这个资料库的密钥，这个包却没有签名，请先核实' },
  },
  en: {
    about: 'keys of a library, and whom it trusts', action: 'show; export a copy; recover from a copy; card: export the public keys; trust a card; revoke', file: 'copy of keys or key card; of revoke, the unit',
    passphraseFile: 'file whose first line is the passphrase', unit: 'unit to enter (default: that of the card)', fingerprint: 'fingerprint as it was compared on the phone, 40 digits', reason: 'why it is revoked', note: 'a note',
    needsFile: 'Name a file', needsPassphrase: 'Name a file with the passphrase, of at least 8 characters: --passphrase-file', needsUnit: 'Name the unit to revoke', needsReason: 'Say why: --reason',
    none: 'This computer has no keys of the library yet; they are made when it first signs or exports a card', own: 'own  {unit}  {fingerprint}', earlier: 'earlier  {fingerprint}  until {at}',
    trusted: 'trusted  {unit}  {fingerprint}', revoked: 'revoked  {unit}  {fingerprint}  {reason}', nobody: 'Nobody is trusted yet',
    made: 'Wrote {path}', recovered: 'Recovered keys  {fingerprint}', compare: 'Unit on the card: {unit}\nFingerprint  {fingerprint}\nCompare it with them on the phone, then add --fingerprint with the digits that were compared', differs: 'The fingerprint is not that of the card; nothing was added',
    trust: 'Trusted  {unit}', revoke: 'Revoked trust in {unit}',
    sign: 'sign with the key of the library', to: 'encrypt to these trusted units', openPassphrase: 'file whose first line is the passphrase of an encrypted package', accept: 'take it in although it is unsigned or its key is unknown',
    standings: { own: 'signed by this library', trusted: 'signed by a trusted unit: {unit}', unknown: 'signed by an unknown key, fingerprint {fingerprint}', revoked: 'signed by a revoked key, fingerprint {fingerprint}', unsigned: 'not signed' },
    encrypted: 'encrypted', clockAhead: 'It says that it was made later than this computer’s time: check the clocks',
    warnings: { otherLibrary: 'This key is trusted for another library: ask its sender', otherKey: 'This library is trusted by another key: ask its sender', notSigned: 'The key of this library is trusted, but this package is not signed: ask its sender' },
  },
}
