/** What the screen may load, as both hosts tell the browser. */

/** antd writes its styles into the page; nothing else may be inline. `connect` are addresses beside the screen's own. */
export const screenPolicy = (connect: readonly string[] = []): string => [
  "default-src 'self'", "img-src 'self' data: blob:", "style-src 'self' 'unsafe-inline'", "script-src 'self'", ["connect-src 'self'", ...connect].join(' '),
  "frame-ancestors 'none'", "object-src 'none'", "base-uri 'none'", "form-action 'none'",
].join('; ')

/** The worker that reads PDFs decodes scans with WebAssembly, which the page itself may not run; it asks nobody for anything. */
const pdfWorkerPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'"

/** A worker has the policy that its own script came with. */
export const policyOf = (pathname: string, screen: string): string => (/^\/assets\/pdf\.worker[^/]*\.mjs$/.test(pathname) ? pdfWorkerPolicy : screen)
