// Prints what a screen reader says from the top of a page to its end, one phrase a line.
//
// Usage: node tests/validators/spoken.mjs PAGE

import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { launch, serve } from './browser.mjs'

const file = resolve(process.argv[2])
const library = join(dirname(fileURLToPath(import.meta.url)), 'node_modules/@guidepup/virtual-screen-reader/lib/esm')
const browser = await launch()
const server = await serve(dirname(file), library)
// The page's security policy would not let the screen reader in; it changes nothing it says.
const page = await browser.newPage({ bypassCSP: true })
await page.goto(server.at(file))
const phrases = await page.evaluate(async (address) => {
  const { virtual } = await import(address)
  await virtual.start({ container: document.body })
  for (let step = 0; step < 20000; step++) {
    if (await virtual.lastSpokenPhrase() === 'end of document') break
    await virtual.next()
  }
  return virtual.spokenPhraseLog()
}, server.at(join(library, 'index.browser.js')))
phrases.forEach((phrase) => console.log(phrase))
await browser.close()
server.close()
