/** Whether two values say the same as JSON: the order of keys does not count, and a key without a value is no key. */
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

export const isSameJson = (a: unknown, b: unknown): boolean => {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, index) => isSameJson(item, b[index]))
  if (isObject(a) && isObject(b)) return Object.keys({ ...a, ...b }).every((key) => isSameJson(a[key], b[key]))
  return Object.is(a, b)
}
