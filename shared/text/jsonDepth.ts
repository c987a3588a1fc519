/** How deep JSON may be nested. Whoever walks it recurses, and a stack is soon exhausted by what someone made for that. */

/** Far more than anyone writes, far less than what exhausts the stack of whoever walks it. */
const deepest = 300

/** Whether JSON is nested deeper than we write it. Character by character: an expression that matches strings fails on long ones. */
export const isTooDeep = (text: string): boolean => {
  let depth = 0
  let isInString = false
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]
    if (isInString) {
      if (character === '\\') at += 1
      else if (character === '"') isInString = false
    } else if (character === '"') isInString = true
    else if (character === '[' || character === '{') {
      depth += 1
      if (depth > deepest) return true
    } else if (character === ']' || character === '}') depth -= 1
  }
  return false
}

/** The same of a JSON value. */
export const isNestedTooDeep = (value: unknown, left = deepest): boolean => {
  if (typeof value !== 'object' || value === null) return false
  return left === 0 || Object.values(value).some((each) => isNestedTooDeep(each, left - 1))
}
