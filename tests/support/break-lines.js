// Preloaded into a server that is broken on purpose: lines of the product's own source are replaced while it is loaded, as
// BROKEN_LINES says. What is not found ends the process, so that a test cannot break nothing and be content.
import { register } from 'node:module'

register('./break-lines-hooks.js', { parentURL: import.meta.url, data: JSON.parse(process.env.BROKEN_LINES) })
