// Puts every edition through every validator.
//
// Usage: node tests/validators/run.mjs OUTPUT [VALIDATOR…]
//
// Each validator gets the sample in broken/good, which it must pass, the broken cases of
// broken/cases.toml, which it must catch, and the editions in OUTPUT. Prints one line for
// each finding, and one with the counts for each validator. Exit code 1 if anything failed.
// Findings that we live with, and why, stand in accepted.json; without names, one that is found no more
// is a failure.

import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { axe, layout, size } from './pages.mjs'
import { reader } from './reader.mjs'
import { BIN, ace, claims, container, epubcheck, nu, skeleton, text, translations } from './tools.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const EPUBS = (file) => file.endsWith('.epub')
const PAGES = (file) => file.endsWith('.html')
const TEXTS = (file) => file.endsWith('.txt')
const PROJECT = (file) => file.endsWith('l10n.toml')

const VALIDATORS = {
  text: { check: text, files: TEXTS },
  skeleton: { check: skeleton, files: EPUBS },
  container: { check: container, files: EPUBS },
  claims: { check: claims, files: EPUBS },
  translations: { check: translations, files: PROJECT },
  size: { check: size, files: PAGES },
  nu: { check: nu, files: PAGES },
  epubcheck: { check: epubcheck, files: EPUBS },
  ace: { check: ace, files: EPUBS },
  reader: { check: reader, files: EPUBS },
  layout: { check: layout, files: PAGES },
  axe: { check: axe, files: PAGES },
}

const accepted = JSON.parse(readFileSync(join(here, 'accepted.json'), 'utf8'))
const isAccepted = (validator, { file, message }) => accepted.some((rule) => {
  const fits = rule.validator === validator && new RegExp(rule.message).test(message) && (!rule.file || file.includes(rule.file))
  if (fits) rule.used = true
  return fits
})

const walk = (folder) => readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name)).sort()

// The name a person knows a file by.
const short = (file) => relative(process.cwd(), file).startsWith('..') ? file : relative(process.cwd(), file)

async function validate(name, output, cases, bench, isPart) {
  const { check, files } = VALIDATORS[name]
  const mine = cases.filter((one) => one.good || one.validator === name)
  const real = [...walk(output), resolve('l10n.toml')].filter(files).filter((file) => existsSync(file))
  const findings = await check([...mine.flatMap((one) => one.files.filter(files)), ...real], [output, bench])
  const tally = { passed: 0, failed: 0 }
  const judge = (lines) => {
    tally[lines.length ? 'failed' : 'passed']++
    for (const line of lines) console.log(`${name}: ${line}`)
  }
  for (const one of mine) {
    const within = findings.filter(({ file }) => file.startsWith(one.root + sep))
    judge(one.good ? wrongInSample(name, one, within) : notCaught(one, within))
  }
  // Also a finding about a file that the validator was not given counts.
  const outside = findings.filter(({ file }) => !file.startsWith(bench + sep))
  for (const file of new Set([...real, ...outside.map((finding) => finding.file)])) {
    const open = outside.filter((finding) => finding.file === file && !isAccepted(name, finding))
    judge(open.map(({ message }) => `${short(file)}: ${message}`))
  }
  if (!real.length) judge([`there is nothing to check in ${short(output)}`])
  for (const rule of accepted.filter((one) => !isPart && one.validator === name && !one.used)) {
    judge([`accepted.json: no finding matches “${rule.message}” any more; help: take it out`])
  }
  return tally
}

const wrongInSample = (name, { root }, findings) => findings
  .filter((finding) => !isAccepted(name, finding))
  .map(({ file, message }) => `broken/good/${relative(root, file)}: ${message}`)

const notCaught = ({ says, finds }, findings) =>
  findings.some(({ message }) => new RegExp(finds).test(message)) ? []
    : [`this validator did not catch ${says} (broken/cases.toml)`, ...findings.map(({ message }) => `  it said: ${message}`)]

async function main([folder, ...names]) {
  // Without symbolic links, so that a validator names every file as we do.
  const output = realpathSync(folder)
  const bench = realpathSync(mkdtempSync(join(tmpdir(), 'hexapla-broken-')))
  let wrong = 0
  try {
    const cases = JSON.parse(execFileSync(join(BIN, 'python'), ['-X', 'utf8', join(here, 'broken/make.py'), bench], { encoding: 'utf8' }))
    for (const name of names.length ? names : Object.keys(VALIDATORS)) {
      const began = Date.now()
      try {
        const { passed, failed } = await validate(name, output, cases, bench, names.length > 0)
        wrong += failed
        console.log(`${name} took ${((Date.now() - began) / 1000).toFixed(1)} seconds`)
        console.log(`${name}: ${passed} passed, ${failed} failed`)
      } catch (error) {
        wrong++
        console.log(`${name}: could not run: ${error.stack}\n${name}: 0 passed, 1 failed`)
      }
    }
  } finally {
    rmSync(bench, { recursive: true, force: true })
  }
  process.exitCode = wrong ? 1 : 0
}

if (process.argv.length < 3) {
  console.error('usage: node tests/validators/run.mjs OUTPUT [VALIDATOR…]')
  process.exitCode = 2
} else await main(process.argv.slice(2))
