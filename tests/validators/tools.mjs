// The validators that are programs of their own, and ours in Python.

import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CHROMIUM } from './browser.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const require = createRequire(import.meta.url)
// The Python environment that tests/run installs, as it does node_modules.
export const BIN = join(here, '.venv/bin')
if (!existsSync(BIN)) throw new Error(`${BIN} is missing; help: run tests/run once, it installs the validators`)
const JVM = ['-Xss4m', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC']

// A program that finds something may exit with any code; one that cannot start has none.
const run = (program, args, options = {}) => new Promise((done, fail) => {
  execFile(program, args, { maxBuffer: 1 << 28, ...options }, (error, stdout, stderr) => {
    if (error && typeof error.code !== 'number') fail(new Error(`${program} could not run: ${error.message}`))
    else done({ stdout, stderr, code: error?.code ?? 0 })
  })
})

const parsed = (what, { stdout, stderr }) => {
  try { return JSON.parse(stdout) } catch { throw new Error(`${what} gave no report: ${stderr || stdout}`) }
}

export async function python(what, files) {
  const { stdout, stderr, code } = await run(join(BIN, 'python'), ['-X', 'utf8', join(here, 'check.py'), what, ...files])
  if (code) throw new Error(`check.py ${what} failed: ${stderr}`)
  return stdout
}

const ours = (what) => async (files) =>
  (await python(what, files)).split('\n').filter(Boolean).map((line) => JSON.parse(line))

export const claims = ours('claims')
export const container = ours('container')
export const epubcheck = ours('epubcheck')
export const text = ours('text')
export const skeleton = ours('skeleton')

// The Nu HTML checker, one JVM for all pages.
export async function nu(files) {
  const jar = join(dirname(require.resolve('vnu-jar/package.json')), 'build/dist/vnu.jar')
  const answer = await run('java', [...JVM, '-jar', jar, '--format', 'json', '--exit-zero-always', '--stdout', ...files])
  return parsed('The Nu HTML checker', answer).messages.map((found) => ({
    file: fileURLToPath(found.url),
    message: `${found.subType ?? found.type}: ${found.message} (${found.lastLine}:${found.firstColumn ?? 1})`,
  }))
}

// Ace with one browser for all books: it would start one for each.
export async function ace(files) {
  process.env.PUPPETEER_EXECUTABLE_PATH = CHROMIUM
  process.env.ACE_TIMEOUT_INITIAL ??= '120000'
  const check = require('@daisy/ace-core')
  const runner = require('@daisy/ace-axe-runner-puppeteer')
  const scratch = mkdtempSync(join(tmpdir(), 'hexapla-ace-'))
  await runner.launch()
  const shared = { ...runner, launch: async () => {}, close: async () => {} }
  const found = []
  try {
    for (const [number, file] of files.entries()) {
      const outdir = join(scratch, String(number))
      const options = { cwd: process.cwd(), outdir, lang: 'en', initLogger: true, silent: true, verbose: false, fileName: 'ace.log' }
      const [, report] = await check(file, options, shared)
      for (const document of report.assertions) {
        for (const { 'earl:test': test, 'earl:result': result } of document.assertions) {
          const where = document['earl:testSubject'].url
          found.push({ file, message: `${test['earl:impact']} ${test['dct:title']}: ${result['dct:description'].split('\n')[0]} (${where})` })
        }
      }
    }
  } finally {
    await runner.close()
    rmSync(scratch, { recursive: true, force: true })
  }
  return found
}

// compare-locales, moz-fluent-linter and moz.l10n on every project among the files.
export async function translations(files) {
  const found = []
  for (const file of files.filter((name) => name.endsWith('l10n.toml'))) {
    const root = dirname(file)
    const say = (tool) => (message) => found.push({ file, message: `${tool}: ${message}` })
    await compareLocales(root, say('compare-locales'))
    await fluentLint(root, say('moz-fluent-lint'))
    await mozL10n(root, say('moz-l10n'))
  }
  return found
}

// The paths of what is found, as compare-locales folds them: what they share stands once, above them.
const unfold = (details, path = []) => Array.isArray(details) ? [[path.join('/'), details]]
  : Object.entries(details).flatMap(([name, inner]) => unfold(inner, [...path, name]))

async function compareLocales(root, say) {
  const answer = await run(join(BIN, 'compare-locales'), ['--json', '-', 'l10n.toml', '.'], { cwd: root })
  const [{ details }] = parsed('compare-locales', answer)
  for (const [file, notes] of unfold(details)) {
    for (const note of notes) {
      for (const [kind, message] of Object.entries(note)) say(`${file}: ${kind}: ${message}`)
    }
  }
  const lint = await run(join(BIN, 'moz-l10n-lint'), ['-W', 'l10n.toml'], { cwd: root })
  if (lint.code) say(`lint: ${(lint.stdout + lint.stderr).trim()}`)
}

async function fluentLint(root, say) {
  for (const locale of readdirSync(join(root, 'locales'))) {
    const { stdout, stderr, code } = await run(join(BIN, 'moz-fluent-lint'), [join('locales', locale)], { cwd: root })
    const oneLine = (text) => text.trim().replace(/\n\s*/g, ' · ')
    // One finding for each: it begins with the path of the file.
    const [, ...each] = stdout.split(/^ *File path: /m)
    if (code) (each.length ? each : [stdout + stderr]).map(oneLine).forEach(say)
  }
}

// Given the l10n.toml alone moz.l10n reads the reference only: name every file.
async function mozL10n(root, say) {
  for (const args of [['--config', 'l10n.toml'], ['locales/**/*.ftl']]) {
    const { stdout, stderr, code } = await run(join(BIN, 'moz-l10n'), ['lint', '-v', ...args], { cwd: root })
    if (code) say((stdout + stderr).split('\n').filter((line) => line && !line.startsWith('ok ')).join(' · '))
  }
}
