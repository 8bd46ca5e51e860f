// A reading system (foliate-js) opens every EPUB: what it makes of the book must be what the
// package and nav documents say, and every page must show text.

import { dirname, join } from 'node:path'
import { createRequire } from 'node:module'
import { launch, pairs, serve } from './browser.mjs'
import { python } from './tools.mjs'

const LIBRARY = dirname(createRequire(import.meta.url).resolve('foliate-js/view.js'))

// Runs in the browser. Opens the book at `address` and turns its pages from first to last.
async function read({ view: module, address }) {
  // The words of a range, without those that are not rendered and without marks (see editions.py).
  const seen = (range) => {
    const { startContainer, startOffset, endContainer, endOffset, commonAncestorContainer } = range
    const walker = startContainer.ownerDocument.createNodeIterator(commonAncestorContainer, NodeFilter.SHOW_TEXT)
    let words = ''
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!range.intersectsNode(node) || !node.parentElement.checkVisibility({ visibilityProperty: true })) continue
      if (node.parentElement.closest('[role=doc-noteref], [role=doc-backlink]')) continue
      words += node.data.slice(node === startContainer ? startOffset : 0, node === endContainer ? endOffset : undefined) + ' '
    }
    return words.trim()
  }
  await import(module)
  const view = document.createElement('foliate-view')
  document.body.append(view)
  await view.open(address)
  const { book } = view
  await view.init({ showTextStart: false })
  const { renderer } = view
  const place = () => `${renderer.getContents()[0]?.index} ${renderer.page}`
  const shown = []
  const directions = new Set()
  let stuck = false
  while (!stuck) {
    const { doc } = renderer.getContents()[0]
    directions.add(doc.defaultView.getComputedStyle(doc.documentElement).direction)
    shown.push(seen(view.lastLocation.range))
    if (renderer.atEnd) break
    const here = place()
    await view.next()
    for (let wait = 0; place() === here && wait < 50; wait++) await new Promise((later) => setTimeout(later, 100))
    stuck = place() === here
  }
  const toc = []
  // An entry leads to a heading, or to the section that begins with it, or to the whole document.
  const headingAt = (doc, anchor) => {
    const target = anchor(doc)
    if (!target) return doc.querySelector('h1')
    return target.closest?.('h1, h2, h3, h4, h5, h6') ?? target.querySelector?.('h1, h2, h3, h4, h5, h6')
  }
  const list = async (items, depth) => {
    for (const { label, href, subitems } of items ?? []) {
      const { index, anchor } = view.resolveNavigation(href) ?? {}
      const heading = index === undefined ? null : headingAt(await book.sections[index].createDocument(), anchor)
      toc.push({ label, depth, leadsTo: heading?.textContent ?? null })
      await list(subitems, depth + 1)
    }
  }
  await list(book.toc, 1)
  const title = typeof book.metadata.title === 'string' ? book.metadata.title : Object.values(book.metadata.title)[0]
  return { title, dir: book.dir ?? 'ltr', directions: [...directions], toc, shown, stuck }
}

// What foliate-js itself gives cause for, whatever the book.
const FOLIATE = /^An iframe which has both allow-scripts and allow-same-origin/

const oneLine = (text) => text?.replace(/\s+/g, ' ').trim()

function* compare(fact, seen) {
  if (oneLine(seen.title) !== fact.title) yield `the title reads “${seen.title}”, the package says “${fact.title}”`
  if (seen.dir !== fact.direction) yield `the direction of the pages is ${seen.dir}, for this language it is ${fact.direction}`
  if (String(seen.directions) !== fact.direction) {
    yield `the direction of the text is ${seen.directions}, for this language it is ${fact.direction}`
  }
  const entries = (toc) => toc.map(({ label, depth }) => `${depth} ${oneLine(label)}`).join(' | ')
  if (entries(seen.toc) !== entries(fact.toc)) {
    yield `the table of contents reads “${entries(seen.toc)}”, the nav document says “${entries(fact.toc)}”`
  }
  // A heading that stands more than once is listed with the one above it in brackets.
  // In several languages, so does each of them.
  const bare = (text) => text?.replace(/ ?[(（][^()（）]*[)）]/g, '')
  const tells = (label, heading) => label === heading || (label?.length > heading?.length && bare(label) === bare(heading))
  for (const { label, leadsTo } of seen.toc) {
    if (!tells(oneLine(label), oneLine(leadsTo))) yield `“${label}” in the table of contents leads to “${leadsTo}”`
  }
  // Notes and other parts may stand below; down to the speakers (h3) every heading is listed.
  const headings = fact.articles.blocks.filter(({ tag }) => ['h1', 'h2', 'h3'].includes(tag))
  for (const text of headings.map(({ text }) => oneLine(text))) {
    if (!seen.toc.some(({ label }) => tells(oneLine(label), text))) yield `the heading “${text}” is not in the table of contents`
  }
  const letters = (text) => text.replace(/\s+/g, '')
  const all = letters(seen.shown.join(' '))
  for (const { text } of fact.articles.blocks.filter(({ tag }) => tag !== 'alt')) {
    for (const part of text.split('\n').map(letters)) {
      // A page may end within a paragraph: look for both ends of it.
      if (![part.slice(0, 12), part.slice(-12)].every((end) => all.includes(end))) yield `no page shows “${text.trim()}”`
    }
  }
  if (seen.shown.includes('')) yield 'a page shows no text'
  if (seen.stuck) yield `the book does not turn to the page after “${seen.shown.at(-1).slice(-40)}”`
}

export async function reader(files, folders) {
  const facts = JSON.parse(await python('facts', files))
  const browser = await launch()
  const server = await serve(LIBRARY, ...folders)
  try {
    return await pairs(files, async (file) => {
      const found = []
      const page = await browser.newPage({ viewport: { width: 700, height: 900 } })
      page.on('console', (message) => {
        if (!FOLIATE.test(message.text()) && /error|warning/.test(message.type())) found.push(`the browser's console says: ${message.text()}`)
      })
      page.on('pageerror', (error) => found.push(`the browser's console says: ${error.message}`))
      await page.goto(server.origin)
      await page.setContent('<!DOCTYPE html><title>Reader</title><body style="margin:0"><style>foliate-view{display:block;height:100vh}</style>')
      const seen = await page.evaluate(read, { view: server.at(join(LIBRARY, 'view.js')), address: server.at(file) })
      found.push(...compare(facts[file], seen))
      await page.close()
      return found.map((message) => ({ file, message }))
    })
  } finally {
    await browser.close()
    server.close()
  }
}
