// HTML pages in a browser: axe-core, and what no ready-made checker measures.

import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { gzipSync } from 'node:zlib'
import { launch, pairs, serve } from './browser.mjs'
import { measure, spaceOut } from './measure.mjs'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

// Colour is all that differs between the modes, so the other rules run in light only. Where a name
// must hold the words that are seen, axe-core looks at letters as it does for contrast: see latinize.
const COLOUR_RULES = ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block', 'label-content-name-mismatch']
const COLOUR = { runOnly: { type: 'rule', values: COLOUR_RULES } }
const OTHER = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
  rules: Object.fromEntries(COLOUR_RULES.map((rule) => [rule, { enabled: false }])),
}

const PLAIN = { colorScheme: 'light', contrast: 'no-preference', forcedColors: 'none', reducedMotion: 'reduce' }
const LIGHT_WIDE = { name: 'light at 1280 px', width: 1280, media: PLAIN }
const LIGHT_NARROW = { name: 'light at 320 px', width: 320, media: PLAIN }
const COLOURS = [
  LIGHT_WIDE,
  LIGHT_NARROW,
  { name: 'dark at 1280 px', width: 1280, media: { ...PLAIN, colorScheme: 'dark' } },
  { name: 'more contrast at 1280 px', width: 1280, media: { ...PLAIN, contrast: 'more' } },
  { name: 'more contrast, dark, at 320 px', width: 320, media: { ...PLAIN, contrast: 'more', colorScheme: 'dark' } },
  { name: 'forced colours at 320 px', width: 320, media: { ...PLAIN, forcedColors: 'active' } },
]

// axe-core takes joined Arabic letters for an icon font and passes over them without a word, so it
// looks at them with every letter replaced by a Latin one, always the same for the same letter.
// A Chinese character becomes a word: axe-core compares words, which it takes from the spaces.
function latinize() {
  const unjoined = 'abcdeghkmnopqrsuvwxyz'
  const latin = (text) => text.replace(/\p{Script=Han}/gu, ' $& ')
    .replace(/[\p{L}\p{M}]/gu, (letter) => unjoined[letter.toLowerCase().codePointAt(0) % unjoined.length])
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) walker.currentNode.data = latin(walker.currentNode.data)
  for (const element of document.querySelectorAll('[aria-label]')) element.ariaLabel = latin(element.ariaLabel)
}

// axe-core does not know that `bdi` is a part of a line: it makes spaces around its words, and then
// misses the words seen in the name heard.
function unwrapIsolates() {
  for (const isolate of document.querySelectorAll('bdi:not([lang])')) isolate.replaceWith(...isolate.childNodes)
  document.body.normalize()
}

// axe-core cannot decide the colours of what is scrolled out of a box's sight. So it looks at the
// page without such boxes, then at the boxes made as wide as what is in them. The window, and with
// it the style sheet's choice of colours, stays as it is. Where a table runs against the page, as in
// a parallel edition, the page is turned: axe-core cannot tell what lies beyond the page's start.
async function lookAtColours(how) {
  const boxes = [...document.body.querySelectorAll('*')]
    .filter((box) => /auto|scroll/.test(getComputedStyle(box).overflowX) && box.scrollWidth > box.clientWidth)
  const { dir } = document.documentElement
  boxes.forEach((box) => {
    box.dataset.scrolls = box.scrollWidth
    box.dataset.runs = getComputedStyle(box).direction
  })
  const seen = [await axe.run({ exclude: [['[data-scrolls]']] }, how)]
  if (boxes.length) {
    const sheet = new CSSStyleSheet()
    const wide = boxes.map(({ dataset: { scrolls } }) => `[data-scrolls="${scrolls}"] { inline-size: ${scrolls}px !important }`)
    sheet.replaceSync(`${wide.join(' ')} [data-scrolls] { overflow: visible !important; max-inline-size: none !important }`)
    document.adoptedStyleSheets = [sheet]
    sheet.insertRule(`body { min-inline-size: ${document.documentElement.scrollWidth}px !important }`)
    for (const runs of new Set(boxes.map((box) => box.dataset.runs))) {
      document.documentElement.dir = runs
      seen.push(await axe.run({ include: [[`[data-runs="${runs}"]`]] }, how))
    }
    document.documentElement.dir = dir
    document.adoptedStyleSheets = []
    boxes.forEach((box) => { delete box.dataset.scrolls; delete box.dataset.runs })
  }
  return seen
}

const lookAtAll = async (how) => [await axe.run(document, how)]

// Opens every file in a page of its own, looks at it, and closes it.
async function visit(files, folders, look) {
  const browser = await launch()
  const server = await serve(...folders)
  try {
    return await pairs(files, async (file) => {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
      const found = await look(page, server.at(file))
      await page.close()
      return found.map((message) => ({ file, message }))
    })
  } finally {
    await browser.close()
    server.close()
  }
}

async function see(page, { width, media }) {
  await page.setViewportSize({ width, height: 900 })
  await page.emulateMedia(media)
}

export const axe = (files, folders) => visit(files, folders, async (page, address) => {
  await page.goto(address)
  return lookAt(page)
})

// What axe-core finds in an open page, which it changes.
export async function lookAt(page) {
  const found = []
  // Run by the debugger, so that the page's own security policy stays in force.
  await page.evaluate(AXE)
  const look = async (sight, run, options) => {
    await see(page, sight)
    const tell = (kind) => ({ id, help, nodes }) => {
      for (const { target, any, all, none } of nodes) {
        const why = [...any, ...all, ...none].map(({ message }) => message)[0] ?? help
        found.push(`${sight.name}: ${id}${kind}: ${target.join(' ')}: ${why}`)
      }
    }
    for (const { violations, incomplete } of await page.evaluate(run, options)) {
      violations.forEach(tell(''))
      incomplete.forEach(tell(', not decided'))
    }
  }
  await page.evaluate(unwrapIsolates)
  for (const sight of [LIGHT_WIDE, LIGHT_NARROW]) await look(sight, lookAtAll, OTHER)
  await page.evaluate(latinize)
  for (const sight of COLOURS) await look(sight, lookAtColours, COLOUR)
  return [...new Set(found)]
}

export const layout = (files, folders) => visit(files, folders, async (page, address) => {
  const found = []
  const own = new URL(address)
  page.on('console', (message) => found.push(`the browser's console says: ${message.text()}`))
  page.on('pageerror', (error) => found.push(`the browser's console says: ${error.message}`))
  page.on('request', (request) => {
    const url = new URL(request.url())
    const picture = request.resourceType() === 'image' && url.origin === own.origin
    if (url.href !== own.href && !picture && url.protocol !== 'data:') found.push(`the page asks for ${url.href}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) found.push(`${response.url()} is answered with ${response.status()}`)
  })
  await page.goto(address, { waitUntil: 'load' })
  for (const width of [1280, 320]) {
    await see(page, { width, media: PLAIN })
    const say = (how) => (message) => found.push(`${width} px${how}: ${message}`)
    const limits = { targets: true, lines: width === 1280 }
    ;(await page.evaluate(measure, limits)).forEach(say(''))
    await page.evaluate(spaceOut, true)
    ;(await page.evaluate(measure, {})).forEach(say(' with text spacing'))
    await page.evaluate(spaceOut, false)
  }
  return found
})

// What a server sends before it waits for the reader's machine to answer: about 14 KB
// (RFC 6928: ten segments). A page within that is there after one round trip.
const ONE_ROUND_TRIP = 14 * 1024

// As many as the page has languages: `en_ar` has two.
const languages = (file) => basename(dirname(file)).split('_').length

export const size = async (files) => files.flatMap((file) => {
  const most = languages(file) * ONE_ROUND_TRIP
  const bytes = gzipSync(readFileSync(file), { level: 9 }).length
  return bytes > most ? [{ file, message: `the page has ${bytes} bytes when compressed, at most ${most} are to be (${ONE_ROUND_TRIP} arrive in one round trip, for each language)` }] : []
})
