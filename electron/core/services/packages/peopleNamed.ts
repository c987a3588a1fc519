/** Whom a record names as its own: whatever masks it looks for them, whether or not the library lists them. */
import type { RecordContent } from '#shared/model/record'

/** What ends so is a place where people work, or says which number follows. */
const workplace = /(?:部|室|组|站|班|所|处|科|队|局|厂|中心|公司|电话|手机|邮箱|单位|传真|地址|微信|内线|外线|分机|座机|热线|短号)$/

/** A contact is words and numbers: of the words, those that can be a name. */
const namesInContact = (contact: string, units: ReadonlySet<string>): string[] =>
  (contact.match(/\p{Script=Han}+(?:·\p{Script=Han}+)*/gu) ?? []).filter((word) => word.length >= 2 && word.length <= 4 && !workplace.test(word) && !units.has(word))

export const peopleNamed = ({ authors, contact, unit, team, stageHistory = [] }: RecordContent): string[] =>
  [...authors, ...namesInContact(contact, new Set([unit, team])), ...stageHistory.map(({ by }) => by.name)].filter((name) => name.trim() !== '')
