// Pictures of every page, to look at: wide and narrow, light and dark, forced colours, print.
//
// Usage: node tests/validators/screenshots.mjs OUTPUT DESTINATION

import { mkdirSync, readdirSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { launch, pairs, serve } from './browser.mjs'

const [output, destination] = process.argv.slice(2).map((folder) => resolve(folder))
mkdirSync(destination, { recursive: true })
const pages = readdirSync(output, { recursive: true }).filter((name) => name.endsWith('.html')).sort()
const browser = await launch()
const server = await serve(output)
await pairs(pages, async (name) => {
  const page = await browser.newPage()
  const file = (what) => join(destination, `${name.replace(/\/?index\.html$/, '').replaceAll('/', '.') || 'index'}.${what}`)
  await page.goto(server.at(join(output, name)))
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 })
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme })
      await page.screenshot({ path: file(`${width}.${colorScheme}.png`), fullPage: true })
    }
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' })
  await page.screenshot({ path: file('320.forced.png'), fullPage: true })
  await page.emulateMedia({ forcedColors: 'none', media: 'print' })
  await page.pdf({ path: file('print.pdf'), format: 'A4', tagged: true, outline: true })
  await page.close()
  return []
})
await browser.close()
server.close()
console.log(`${pages.length} pages from ${relative('.', output) || '.'}, 6 files each, are in ${destination}`)
