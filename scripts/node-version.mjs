/** Which Node runs us. Written so that an old Node still gets far enough to say what is wrong. */

/** @param {string} least major.minor @param {string} [version] */
export const isNodeAtLeast = (least, version = process.versions.node) => {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [leastMajor = 0, leastMinor = 0] = least.split('.').map(Number)
  return major > leastMajor || (major === leastMajor && minor >= leastMinor)
}

/** Ends the process with a message in both languages if Node is too old. @param {string} least @param {{ zh: string, en: string }} purpose */
export const requireNode = (least, purpose) => {
  if (isNodeAtLeast(least)) return
  console.error(`${purpose.zh}需要 Node.js ${least} 或更新版本，现在是 ${process.versions.node}。请从 https://nodejs.org 安装后再试。`)
  console.error(`${purpose.en} needs Node.js ${least} or newer; this is ${process.versions.node}. Install it from https://nodejs.org and try again.`)
  process.exit(1)
}
