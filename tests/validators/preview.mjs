// `hexapla preview` in Chromium: node tests/validators/preview.mjs HEXAPLA [SCREENSHOTS]
//
// A copy of this project, with words missing, out of date and faulty in every language, is previewed
// by the program. Looked at: the pages with the translator's bar (axe-core, reflow, what covers what),
// a walk with the keyboard alone, and what happens when a file is saved. First it is proven that
// each of the looks finds what is wrong. Prints how long a page takes to show what was saved.

import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { launch } from './browser.mjs'
import { measure, spaceOut } from './measure.mjs'
import { lookAt } from './pages.mjs'

const [hexapla, pictures] = process.argv.slice(2)
if (!hexapla) throw new Error('which program? node preview.mjs HEXAPLA')
const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const SLUG = '2021-05-26-virtual-dialogue'
const LANGUAGES = ['ar', 'zh', 'en', 'fr', 'ru', 'es']
const PATIENCE = 20_000

let passed = 0
let failed = 0
const judge = (what, found) => {
  for (const message of found) console.log(`preview: ${what}: ${message}`)
  if (found.length) failed++
  else passed++
}
const demand = (what, holds, said = 'it is not so') => judge(what, holds ? [] : [said])

// A copy of the project in which something is open in every language.
function project() {
  const folder = mkdtempSync(join(tmpdir(), 'hexapla-preview-'))
  for (const name of ['content', 'locales', 'hexapla.toml']) cpSync(join(root, name), join(folder, name), { recursive: true })
  const file = (...path) => join(folder, ...path)
  const edit = (path, change) => writeFileSync(path, change(readFileSync(path, 'utf8')))
  const source = file('content', SLUG, 'index.md')
  edit(source, (text) => text.replace('# Opening session', '# The opening session').replace('This event supports', 'The event  supports'))
  for (const key of LANGUAGES.filter((one) => one !== 'en')) {
    const messages = [...readFileSync(file('locales', key, `${SLUG}.ftl`), 'utf8').matchAll(/^([a-z0-9-]+-p-[a-z0-9]+) =(.*\n(?:[ ]+.*\n|\n(?= ))*)/gm)]
    edit(file('locales', key, `${SLUG}.ftl`), (text) => {
      const [gone, spaced] = [messages[1], messages[3]]
      return text.replace(gone[0], '').replace(spaced[0], spaced[0].replace(/ (?=\S+ *\n)/, '  '))
    })
  }
  return { folder, file, edit, source }
}

async function start(folder) {
  const program = spawn(hexapla, ['preview', '--plain', '--port', '0', '--project', folder], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  program.stderr.on('data', (data) => { said += data })
  const address = await new Promise((done, fail) => {
    let text = ''
    program.on('exit', (code) => fail(new Error(`the program ended with ${code}: ${said}`)))
    program.stdout.on('data', (data) => {
      text += data
      const found = /^address: (\S+)$/m.exec(text)
      if (found) done(found[1])
    })
  })
  return { address, program, said: () => said }
}

// WCAG 2.4.11 and 1.4.10: nothing of the bar lies over the edition, at any width, scrolled to any place.
async function covers(page) {
  const found = []
  for (const width of [320, 800, 1280, 1600]) {
    await page.setViewportSize({ width, height: 700 })
    found.push(...await page.evaluate((width) => {
      const found = []
      const bar = document.getElementById('_preview')
      for (const part of document.querySelectorAll('body > :is(header, main, footer) :is(p, li, h1, h2, h3, a, dd)')) {
        part.scrollIntoView({ block: 'center' })
        const [a, b] = [part.getBoundingClientRect(), bar.getBoundingClientRect()]
        const apart = a.right <= b.left + 1 || b.right <= a.left + 1 || a.bottom <= b.top + 1 || b.bottom <= a.top + 1
        if (!apart && a.width > 1) found.push(`${width} px: the bar covers <${part.localName}> “${part.textContent.trim().slice(0, 40)}”`)
      }
      return found.slice(0, 3)
    }, width))
  }
  return found
}

// axe-core cannot decide the colours of what is scrolled out of sight: the bar is looked at unrolled.
const spread = (page) => page.evaluate(() => {
  document.getElementById('_preview').style.cssText = 'position: static; overflow: visible; inline-size: auto'
})

async function layout(page) {
  const found = []
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 })
    found.push(...(await page.evaluate(measure, { targets: true })).map((message) => `${width} px: ${message}`))
    await page.evaluate(spaceOut, true)
    found.push(...(await page.evaluate(measure, {})).map((message) => `${width} px with text spacing: ${message}`))
    await page.evaluate(spaceOut, false)
  }
  return found
}

async function main() {
  const { folder, file, edit, source } = project()
  const { address, program, said } = await start(folder)
  const browser = await launch()
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } })
  const open = async (path, complaints = []) => {
    const page = await context.newPage()
    const hear = (text) => complaints.push(`the browser's console says: ${text}`)
    page.on('console', (message) => hear(message.text()))
    page.on('pageerror', (error) => hear(error.message))
    // Not `networkidle`: the page goes on listening for changes.
    await page.goto(address + path, { waitUntil: 'load' })
    return page
  }
  const edition = (key) => `${SLUG}/${key}/index.html`
  try {
    // Each look finds what is wrong, else it is worth nothing.
    const broken = [
      ['a bar without a name', lookAt, () => document.getElementById('_preview').removeAttribute('aria-labelledby'), /region|landmark/],
      ['a button without words', lookAt, () => { document.querySelector('#_preview button').textContent = '' }, /button-name/],
      ['a bar over the text', covers, () => {
        const sheet = new CSSStyleSheet()
        sheet.replaceSync('#_preview { position: fixed !important; inset: 0 0 auto 0 !important; inline-size: auto !important; max-block-size: 10rem; overflow: auto } body { padding: 0 !important }')
        document.adoptedStyleSheets = [sheet]
      }, /covers/],
      ['a bar wider than the window', layout, () => { document.querySelector('#_preview dl').style.minInlineSize = '40rem' }, /sideways|beyond/],
    ]
    for (const [what, look, spoil, finds] of broken) {
      const page = await open(edition('fr'))
      await page.evaluate(spoil)
      const found = await look(page)
      demand(`the look that must find ${what}`, found.some((message) => finds.test(message)), `it said: ${found.join('; ') || 'nothing'}`)
      await page.close()
    }
    for (const path of [...LANGUAGES.map(edition), '', 'ar/index.html', `${SLUG}/`, 'no/such/page']) {
      const complaints = []
      const page = await open(path, complaints)
      const expected = path.startsWith('no/') ? /status of 404/ : /^$/
      judge(`${path || '/'}: the console`, complaints.filter((one) => !expected.test(one)))
      judge(`${path || '/'}: layout`, await layout(page))
      judge(`${path || '/'}: nothing is covered`, await covers(page))
      await spread(page)
      judge(`${path || '/'}: axe-core`, await lookAt(page))
      await page.close()
    }
    if (pictures) await photograph(open, edition)
    for (const key of ['ar', 'zh', 'fr']) await walk(await open(edition(key)), key)
    await save(await open(edition('zh')), { file, edit, source })
    await survive(await open(edition('ru')), { file, edit })
  } finally {
    if (process.exitCode || failed) console.log(said().slice(-2000))
    program.removeAllListeners('exit')
    program.kill()
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
  console.log(`preview: ${passed} passed, ${failed} failed`)
  if (failed) process.exitCode = 1
}

async function photograph(open, edition) {
  mkdirSync(pictures, { recursive: true })
  for (const key of ['ar', 'zh', 'en']) {
    const page = await open(edition(key))
    await page.locator('#_preview button[data-to=next]').first().click()
    for (const [name, width, colorScheme] of [['wide', 1400, 'light'], ['dark', 1400, 'dark'], ['narrow', 320, 'light']]) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme })
      await page.screenshot({ path: join(pictures, `${key}.${name}.png`), fullPage: name === 'narrow' })
    }
    await page.close()
  }
}

// Only the keyboard.
async function walk(page, key) {
  const here = () => page.evaluate(() => ({
    id: document.activeElement.id, words: document.activeElement.textContent.trim(),
    main: Boolean(document.activeElement.closest('main')), bar: Boolean(document.activeElement.closest('#_preview')),
    to: document.activeElement.dataset.to, marked: document.querySelector('[data-preview-here]')?.id,
  }))
  const press = async (...keys) => { for (const one of keys) await page.keyboard.press(one); await page.waitForTimeout(60) }
  const say = (what) => `walk in ${key}: ${what}`
  await press('Tab', 'Tab', 'Enter')
  demand(say('the second skip link leads to the bar'), (await here()).id === '_preview-name')
  await press('Tab')
  demand(say('then comes “next”'), (await here()).to === 'next')
  await press('Enter')
  const first = await here()
  demand(say('“next” leads to the first entry'), first.id === '_preview-1' && /1.*\d/.test(first.words), first.id)
  await press('Tab', 'Enter')
  const second = await here()
  demand(say('“next” there leads to the second'), second.id === '_preview-2', second.id)
  await press('Tab', 'Tab', 'Enter')
  demand(say('“previous” leads back'), (await here()).id === '_preview-1')
  await press('Shift+Tab', 'Enter')
  const last = await page.evaluate(() => document.querySelectorAll('#_preview ol > li > h3').length)
  demand(say('before the first comes the last'), (await here()).id === `_preview-${last}`, (await here()).id)
  await page.evaluate(() => document.querySelector('#_preview li[data-for]:not([data-for="_main"]) > p > a').focus())
  await press('Enter')
  const text = await here()
  demand(say('“show in the text” leads into the text'), text.main && !text.bar, JSON.stringify(text))
  await page.evaluate(() => document.querySelector('[data-preview-note] a').focus())
  await press('Enter')
  demand(say('from the text there is a way back'), (await here()).bar && /^_preview-\d+$/.test((await here()).id), JSON.stringify(await here()))
  const copy = page.locator('#_preview button[data-copy]').first()
  await copy.focus()
  await press('Enter')
  const copied = await page.locator('#_preview').getAttribute('data-copied')
  const marked = await page.locator('#_preview').getAttribute('data-marked')
  await page.waitForFunction((words) => words.includes(document.getElementById('_preview-status').textContent), [copied, marked], { timeout: PATIENCE })
  await page.close()
}

// A file is saved: the page shows it, whoever reads stays where they are, and hears of it.
async function save(page, { file, edit, source }) {
  const path = file('locales', 'zh', `${SLUG}.ftl`)
  await page.setViewportSize({ width: 1400, height: 700 })
  await page.locator('#_preview button[data-to=next]').first().click()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const before = await page.evaluate(() => {
    const box = document.createElement('input')
    return { id: document.activeElement.parentElement.dataset.for, scroll: scrollY, box: box.value }
  })
  const times = []
  for (let number = 0; number < 10; number++) {
    await page.evaluate((words) => {
      window.shown = new Promise((done) => {
        const look = () => document.querySelector('h1').textContent.includes(words) ? done(Date.now()) : setTimeout(look, 1)
        look()
      })
    }, `第${number}版`)
    const saved = Date.now()
    edit(path, (text) => text.replace(/^meta-title = (第\d版)?/m, `meta-title = 第${number}版`))
    times.push(await page.evaluate(() => window.shown) - saved)
    await page.waitForTimeout(300)
  }
  times.sort((a, b) => a - b)
  console.log(`preview: from the save to the page: median ${times[5]} ms, slowest ${times[9]} ms of 10`)
  const after = await page.evaluate(() => ({
    id: document.activeElement.closest('#_preview li')?.dataset.for, scroll: scrollY,
    status: document.getElementById('_preview-status').textContent, words: document.getElementById('_preview').dataset.madeAnew,
  }))
  demand('after a save the focus is where it was', before.id === after.id, `${before.id}, then ${after.id}`)
  demand('after a save the page is where it was', Math.abs(before.scroll - after.scroll) < 60, `${before.scroll}, then ${after.scroll}`)
  demand('a save is announced', after.status === after.words, after.status)
  await page.locator('#_preview-name').focus()
  edit(source, (text) => text.replace('The event  supports', 'This very event supports'))
  await page.waitForFunction(() => document.getElementById('_preview').textContent.includes('This very event supports'), null, { timeout: PATIENCE })
  demand('a change of the source is shown beside the translation', true)
  await page.close()
}

// Broken files are said, and what was there stays.
async function survive(page, { file, edit }) {
  const shows = (words, timeout = PATIENCE) => page.waitForFunction((words) => document.getElementById('_preview')?.textContent.includes(words), words, { timeout })
  const settings = readFileSync(file('hexapla.toml'), 'utf8')
  writeFileSync(file('hexapla.toml'), 'locales = [')
  await shows('hexapla.toml:1:')
  demand('broken settings are said and the page stays', await page.locator('article h1').count() === 1)
  writeFileSync(file('hexapla.toml'), settings)
  await page.waitForFunction(() => !document.getElementById('_preview').textContent.includes('hexapla.toml:1:'), null, { timeout: PATIENCE })
  const path = file('locales', 'ru', `${SLUG}.ftl`)
  const words = readFileSync(path)
  writeFileSync(path, Buffer.concat([words, Buffer.from([0xff, 0xfe])]))
  await shows(`${SLUG}.ftl`)
  writeFileSync(path, words)
  const moved = mkdtempSync(join(tmpdir(), 'hexapla-moved-'))
  cpSync(file('content'), moved, { recursive: true })
  rmSync(file('content'), { recursive: true })
  await page.waitForFunction(() => document.querySelector('h1') && !document.querySelector('article'), null, { timeout: PATIENCE })
  cpSync(moved, file('content'), { recursive: true })
  rmSync(moved, { recursive: true })
  await page.waitForFunction(() => document.querySelector('article h1'), null, { timeout: PATIENCE })
  demand('a folder that was deleted can come back', true)
  edit(path, (text) => text.replace(/^meta-title = /m, 'meta-title = Снова '))
  await page.waitForFunction(() => document.querySelector('h1').textContent.includes('Снова'), null, { timeout: PATIENCE })
  demand('after all that, a save is shown', true)
  await page.close()
}

await main()
