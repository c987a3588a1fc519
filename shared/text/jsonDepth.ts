/** How deep JSON may be nested. Whoever walks it recurses, and a stack is soon exhausted by what someone made for that. */

/** Far more than anyone writes, far less than what exhausts the stack of whoever walks it. */
const deepest = 300

/** Whether a text has more opening brackets than may be open at once, wherever they stand. Most records have not: this takes no time. */
const hasMany = (text: string): boolean => {
  let count = 0
  for (const bracket of ['[', '{']) {
    for (let at = text.indexOf(bracket); at >= 0 && count <= deepest; at = text.indexOf(bracket, at + 1)) count += 1
  }
  return count > deepest
}

const [quote, backslash, list, listEnd, object, objectEnd] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d]

/** Whether JSON is nested deeper than we write it. Character by character: an expression that matches strings fails on long ones. */
export const isTooDeep = (text: string): boolean => {
  if (!hasMany(text)) return false
  let depth = 0
  let isInString = false
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at)
    if (isInString) {
      if (character === backslash) at += 1
      else if (character === quote) isInString = false
    } else if (character === quote) isInString = true
    else if (character === list || character === object) {
      depth += 1
      if (depth > deepest) return true
    } else if (character === listEnd || character === objectEnd) depth -= 1
  }
  return false
}

/** The same of a JSON value. */
export const isNestedTooDeep = (value: unknown, left = deepest): boolean => {
  if (typeof value !== 'object' || value === null) return false
  return left === 0 || Object.values(value).some((each) => isNestedTooDeep(each, left - 1))
}
