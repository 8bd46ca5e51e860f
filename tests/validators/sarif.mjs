// The SARIF logs of `hexapla check` against the schema of OASIS: node sarif.mjs HEXAPLA
//
// First it is proven that the validator finds what is wrong in a log; then every log must be valid.

import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const require = createRequire(import.meta.url)
const Ajv = require('ajv').default
const formats = require('ajv-formats').default

const hexapla = process.argv[2]
if (!hexapla) throw new Error('which program? node sarif.mjs HEXAPLA')
const root = join(here, '../..')
const schema = JSON.parse(readFileSync(join(root, 'tests/sarif/sarif-schema-2.1.0.json'), 'utf8'))
// The pattern of a language has a bracket too many, which a Unicode expression may not have.
for (const { properties } of Object.values(schema.definitions)) {
  if (properties?.language?.pattern) properties.language.pattern = '^[a-zA-Z]{2}(-[a-zA-Z]{2})?$'
}
const ajv = new Ajv({ strict: false, allErrors: true })
formats(ajv)
const isValid = ajv.compile(schema)

// Exit codes 0 and 1 both come with a log: 1 says that there are errors in it. So does 2, of a command
// that could not run.
const log = (project, ...more) => new Promise((done, fail) => {
  const args = ['check', '--message-format', 'sarif', '--project', project, ...more]
  execFile(hexapla, args, { cwd: root, maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
    if (error && error.code !== 1 && more.length === 0) fail(new Error(`${hexapla} could not run in ${project}: ${stderr || error.message}`))
    else done(JSON.parse(stdout))
  })
})

const breaks = {
  'another version': (log) => { log.version = '2.0.0' },
  'an unknown level': (log) => { log.runs[0].results[0].level = 'fatal' },
  'a result without a message': (log) => { delete log.runs[0].results[0].message },
  'columns of an unknown kind': (log) => { log.runs[0].columnKind = 'bytes' },
  'a line 0': (log) => { log.runs[0].results[0].locations[0].physicalLocation.region.startLine = 0 },
  'a path that is no address': (log) => {
    log.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri = 'a b'
  },
  'a fix without changes': (log) => { log.runs[0].results[0].fixes = [{ artifactChanges: [] }] },
}

let failed = 0
const say = (fine, what) => {
  console.log(`${fine ? 'passed' : 'FAILED'}: ${what}`)
  if (!fine) failed += 1
}

const faulty = await log('tests/cli/faulty')
for (const [what, breaking] of Object.entries(breaks)) {
  const broken = structuredClone(faulty)
  breaking(broken)
  say(!isValid(broken), `the schema refuses ${what}`)
}
for (const project of ['tests/cli/faulty', 'tests/cli/judged', 'tests/cli/small', '.']) {
  const found = await log(project)
  const fine = isValid(found)
  say(fine, `${project}: a valid log of ${found.runs[0].results.length} results`)
  if (!fine) for (const { instancePath, dataPath, message } of isValid.errors) console.log(`  ${instancePath ?? dataPath}: ${message}`)
}
const failure = await log('tests/cli/small', 'no-such-release')
const [{ executionSuccessful }] = failure.runs[0].invocations
say(isValid(failure) && executionSuccessful === false, 'a valid log of a command that could not run')
process.exit(failed ? 1 : 0)
