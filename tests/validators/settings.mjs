// What `hexapla schema` prints against every hexapla.toml of the repository: node settings.mjs HEXAPLA
//
// First it is proven that the schema refuses what the program refuses; then every file that the program
// takes must be valid. The files that are to be wrong are known by their name.

import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const Ajv = createRequire(import.meta.url)('ajv').default
const hexapla = process.argv[2]
if (!hexapla) throw new Error('which program? node settings.mjs HEXAPLA')
const run = (program, ...args) => execFileSync(program, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 })

const isValid = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(JSON.parse(run(hexapla, 'schema')))
// Python reads TOML 1.0 itself.
const read = (toml) => JSON.parse(execFileSync('python3', ['-c',
  'import json, sys, tomllib; json.dump(tomllib.loads(sys.stdin.read()), sys.stdout, default=str)'], { input: toml }))

const wrong = [
  'organization = "x"', 'formats = "html"', 'formats = ["pdf"]', 'digits = "arabic"', '[text]\nwarp = 72',
  '[text]\nwrap = "wide"', 'locales = [{ key = "pt" }]', '[[links.localise]]\nprefix = "x"', '[accessibility]\nreport = "x"',
  '[translation]\nstale = "never"', '[check]\nseverity = { link-vage = "warning" }', '[check]\nseverity = { link-vague = "no" }',
  '[[check.allow]]\ncode = "link-vague"\nid = "x"', '[limits]\nfiles = "many"'
]
let failed = 0
const fail = (said) => { failed++; console.log(said) }
for (const toml of wrong) if (isValid(read(toml))) fail(`the schema takes what is wrong: ${toml}`)

const files = run('git', 'ls-files', '*hexapla.toml', 'tests/cli/other/*.toml', 'src/start/hexapla.toml').trim().split('\n')
let tried = 0
for (const file of files) {
  let toml = run('git', 'show', `:${file}`)
  for (const [name, value] of [['organisation', '"x"'], ['source', '"en"'], ['locales', '["en"]']]) toml = toml.replaceAll(`= {${name}}`, `= ${value}`)
  const meant = !/other\/(wrong|firm|level)\.toml$/.test(file)
  if (isValid(read(toml)) !== meant) fail(`${file}: ${meant ? isValid.errors.map(({ dataPath, message }) => `${dataPath} ${message}`).join('; ') : 'the schema takes it'}`)
  tried++
}
if (tried < 10) fail(`only ${tried} files were found`)
console.log(`${wrong.length} mistakes, ${tried} files, ${failed} failed`)
process.exit(failed ? 1 : 0)
